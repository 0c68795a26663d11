"use client";
import { useTranslations } from "next-intl";
import { shortCodeOf } from "#server/platform/values/id-forms.ts";
import type { Ticket } from "#server/tickets/contract.ts";
import { useFormat } from "../../i18n/format.ts";
import { Badge } from "../../ui/badge.tsx";
import { GiveAway } from "../transfers/give-away.tsx";
import { AddToWallet } from "./add-to-wallet.tsx";
import { admits } from "./admits.ts";
import { EntryCode } from "./entry-code.tsx";
import { useTicketSeat } from "./use-ticket-seat.ts";

interface TicketStubProps {
  ticket: Ticket;
  /** Whether it is as the browser kept it, so that nothing can be done with it but go in. */
  isKept: boolean;
  onEnlarge: () => void;
}

/** One ticket of a stack: its seat, and the QR code. A used or void one shows none, because it admits no longer. */
export function TicketStub({ ticket, isKept, onEnlarge }: TicketStubProps) {
  const t = useTranslations("ticket");
  const tGiveAway = useTranslations("giveAway");
  const seat = useTicketSeat()(ticket);
  const isValid = admits(ticket);
  const status = isValid || ticket.status === "USED" ? ticket.status : "VOID";
  return (
    <div className="grid justify-items-center gap-3 px-5 text-center">
      <p className="font-extrabold text-lg">{seat}</p>
      {ticket.isReceived && <Badge tone="info">{tGiveAway("received")}</Badge>}
      {isValid ? (
        <EntryCode ticket={ticket} onEnlarge={onEnlarge} />
      ) : (
        <p className="-rotate-6 my-4 rounded-sm border-2 border-line-strong px-4 py-1.5 font-extrabold text-lg text-muted">
          {t(`status.${status}`)}
        </p>
      )}
      <StatusNote {...ticket} />
      {isValid && !isKept && <AddToWallet {...ticket} />}
      {isValid && !isKept && <GiveAway ticket={ticket} />}
      <p className="numerals text-muted text-xs">
        {t("order")} {shortCodeOf(ticket.orderId)} ·{" "}
        {t("ordinal", { index: ticket.number, count: ticket.count })}
        <span className="block">{ticket.id}</span>
      </p>
    </div>
  );
}

function StatusNote({ status, usedAt, usedWhere, sessionCancellation, refund }: Ticket) {
  const t = useTranslations("ticket");
  const format = useFormat();
  if (status === "VOID")
    return (
      <>
        {sessionCancellation === null && <p className="text-danger-fg">{t("voided")}</p>}
        {refund && refund.amount > 0 && (
          <p className="numerals text-muted">
            {t(`refund.${refund.closedAt ? "closed" : refund.state}`, {
              amount: format.krw(refund.amount),
            })}
          </p>
        )}
      </>
    );
  if (status !== "USED" || usedAt === null) return null;
  const at = format.date(usedAt);
  return (
    <p className="numerals text-muted">
      {usedWhere === null ? t("usedAtOnly", { at }) : t("usedAt", { at, where: usedWhere })}
    </p>
  );
}
