"use client";
import { useTranslations } from "next-intl";
import { QRCodeSVG } from "qrcode.react";
import { useState } from "react";
import type { Ticket } from "#server/tickets/contract.ts";
import { useNow } from "../../clock/use-now.ts";
import { useFormat } from "../../i18n/format.ts";
import { Button } from "../../ui/button.tsx";
import { FullScreen } from "../../ui/full-screen.tsx";
import { useWakeLock } from "../../ui/use-wake-lock.ts";
import { useMovingCode } from "./use-moving-code.ts";

/**
 * The QR code of a ticket, which changes each half minute, and the same as large as the screen for the door. What is printed does
 * not change: it is another code, which says so to the door, or none where the door takes none.
 */
export function EntryCode({ ticket, seat }: { ticket: Ticket; seat: string }) {
  const { qr, eventTitle, entryCodes } = ticket;
  const code = useMovingCode(ticket);
  const t = useTranslations("ticket");
  const [enlarged, setEnlarged] = useState(false);
  useWakeLock(enlarged);
  const label = t("qrLabel", { title: eventTitle });
  return (
    <>
      <Code qr={code} label={label} className="w-40 print:hidden" />
      {entryCodes === "MOVING" ? (
        <p className="hidden text-center text-sm print:block">{t("notOnPaper")}</p>
      ) : (
        <Code qr={qr} label={label} className="hidden w-40 print:block" />
      )}
      <p className="max-w-52 text-balance text-center text-muted text-sm print:hidden">
        {t(`moves.${entryCodes}`)}
      </p>
      <Button look="secondary" className="print:hidden" onClick={() => setEnlarged(true)}>
        {t("showQr")}
      </Button>
      <FullScreen open={enlarged} onOpenChange={setEnlarged} title={eventTitle}>
        <div className="grid content-center justify-items-center gap-5 text-center">
          <Code qr={code} label={label} className="w-[min(100%,70dvh)]" />
          <p className="font-extrabold text-2xl">{seat}</p>
          <LiveTime />
          <p className="text-lg">{t("qrHint")}</p>
        </div>
      </FullScreen>
    </>
  );
}

/** The time to the second, by which people see without a scanner that it is no picture. Nothing reads it out each second. */
function LiveTime() {
  const format = useFormat();
  const now = useNow();
  return (
    <p aria-hidden="true" className="numerals min-h-9 font-bold text-3xl">
      {now !== null && format.date(new Date(now), "timeWithSeconds")}
    </p>
  );
}

/**
 * Always black on white, also in the dark theme, because scanners fail on other colours. A screen has no scratches, so the
 * lowest correction does: its squares are fewer and larger.
 */
function Code({ qr, label, className }: { qr: string | null; label: string; className: string }) {
  return (
    <div className={`rounded-sm bg-white p-3 ${className}`}>
      {qr === null ? (
        <div className="aspect-square w-full" />
      ) : (
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
      )}
    </div>
  );
}
