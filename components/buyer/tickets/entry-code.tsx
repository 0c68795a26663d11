"use client";
import { useTranslations } from "next-intl";
import { QRCodeSVG } from "qrcode.react";
import type { Ticket } from "#server/tickets/contract.ts";
import { useNow } from "../../clock/use-now.ts";
import { useFormat } from "../../i18n/format.ts";
import { Button } from "../../ui/button.tsx";
import { FullScreen } from "../../ui/full-screen.tsx";
import { Pager } from "../../ui/pager.tsx";
import { useWakeLock } from "../../ui/use-wake-lock.ts";
import { useMovingCode } from "./use-moving-code.ts";
import { useTicketSeat } from "./use-ticket-seat.ts";

interface EntryCodeProps {
  ticket: Ticket;
  /** Shows it as large as the screen. */
  onEnlarge: () => void;
}

/**
 * The QR code of a ticket, which changes each half minute. What is printed does not change: it is another code, which says so to
 * the door, or none where the door takes none.
 */
export function EntryCode({ ticket, onEnlarge }: EntryCodeProps) {
  const { qr, eventTitle, entryCodes } = ticket;
  const code = useMovingCode(ticket);
  const t = useTranslations("ticket");
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
      <Button look="secondary" className="print:hidden" onClick={onEnlarge}>
        {t("showQr")}
      </Button>
    </>
  );
}

interface DoorScreenProps {
  /** Those of one event session that let their holder in. */
  tickets: readonly Ticket[];
  /** Which one is shown first; null while the screen is closed. */
  firstId: Ticket["id"] | null;
  onClose: () => void;
}

/** The codes of tickets as large as the screen, one after another, for the door. */
export function DoorScreen({ tickets, firstId, onClose }: DoorScreenProps) {
  const t = useTranslations("ticket");
  const seatOf = useTicketSeat();
  const [{ eventTitle } = { eventTitle: "" }] = tickets;
  // One that was used meanwhile is gone, and the others stay on the screen.
  const isOpen = firstId !== null && tickets.length > 0;
  useWakeLock(isOpen);
  return (
    <FullScreen open={isOpen} onOpenChange={(open) => open || onClose()} title={eventTitle}>
      <div className="grid min-w-0 content-center gap-5 text-center">
        <Pager
          isAlone
          label={t("stack", { title: eventTitle })}
          begin={Math.max(
            0,
            tickets.findIndex(({ id }) => id === firstId),
          )}
          pages={tickets.map((ticket) => ({
            key: ticket.id,
            content: <LargeCode ticket={ticket} seat={seatOf(ticket)} />,
          }))}
        />
        <LiveTime />
        <p className="text-lg">{t("qrHint")}</p>
      </div>
    </FullScreen>
  );
}

function LargeCode({ ticket, seat }: { ticket: Ticket; seat: string }) {
  const t = useTranslations("ticket");
  const code = useMovingCode(ticket);
  return (
    <div className="grid justify-items-center gap-3">
      <Code qr={code} label={t("qrLabel", { title: ticket.eventTitle })} className="w-[min(100%,60dvh)]" />
      <p className="font-extrabold text-2xl">{seat}</p>
    </div>
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
