"use client";
import { useTranslations } from "next-intl";
import { QRCodeSVG } from "qrcode.react";
import { useState } from "react";
import type { Ticket } from "#server/tickets/contract.ts";
import { Button } from "../../ui/button.tsx";
import { FullScreen } from "../../ui/full-screen.tsx";
import { useWakeLock } from "../../ui/use-wake-lock.ts";

/** The QR code of a ticket, and the same as large as the screen for the door. */
export function EntryCode({ ticket: { qr, eventTitle }, seat }: { ticket: Ticket; seat: string }) {
  const t = useTranslations("ticket");
  const [enlarged, setEnlarged] = useState(false);
  useWakeLock(enlarged);
  const label = t("qrLabel", { title: eventTitle });
  return (
    <>
      <Code qr={qr} label={label} className="w-40" />
      <Button look="secondary" className="print:hidden" onClick={() => setEnlarged(true)}>
        {t("showQr")}
      </Button>
      <FullScreen open={enlarged} onOpenChange={setEnlarged} title={eventTitle}>
        <div className="grid content-center justify-items-center gap-5 text-center">
          <Code qr={qr} label={label} className="w-[min(100%,70dvh)]" />
          <p className="font-extrabold text-2xl">{seat}</p>
          <p className="text-lg">{t("qrHint")}</p>
        </div>
      </FullScreen>
    </>
  );
}

/**
 * Always black on white, also in the dark theme, because scanners fail on other colours. A screen has no scratches, so the
 * lowest correction does: its squares are fewer and larger.
 */
function Code({ qr, label, className }: { qr: string; label: string; className: string }) {
  return (
    <div className={`rounded-sm bg-white p-3 ${className}`}>
      <QRCodeSVG
        value={qr}
        title={label}
        level="L"
        marginSize={0}
        size={320}
        className="h-auto w-full"
        fgColor="#000"
        bgColor="#fff"
      />
    </div>
  );
}
