"use client";
import { useTranslations } from "next-intl";
import { shortCodeOf } from "#server/platform/values/id-forms.ts";
import type { Ticket } from "#server/tickets/contract.ts";
import { useFormat } from "../../i18n/format.ts";
import { OriginalText } from "../../i18n/original-text.tsx";
import { useSeatName } from "../../seats/use-seat-name.ts";
import { Badge } from "../../ui/badge.tsx";
import { LinkButton } from "../../ui/button.tsx";
import { DescriptionList } from "../../ui/description-list.tsx";
import type { Tone } from "../../ui/tone.ts";
import { ChangeList } from "../catalog/change-list.tsx";
import { SessionCancelled } from "../catalog/session-cancelled.tsx";
import { GiveAway } from "../transfers/give-away.tsx";
import { EntryCode } from "./entry-code.tsx";

export interface TicketCardProps {
  ticket: Ticket;
}

const tones: Record<Ticket["status"], Tone> = { VALID: "success", USED: "neutral", VOID: "danger" };

/** A ticket: the event's details on the left, the QR code on the stub. */
export function TicketCard({ ticket }: TicketCardProps) {
  const t = useTranslations("ticket");
  const tGiveAway = useTranslations("giveAway");
  const format = useFormat();
  const nameOf = useSeatName();
  const { seat: number, section, row, label } = ticket;
  const seat = number !== null && section !== null ? nameOf({ section, row, label, number }) : t("noSeat");
  const status = admits(ticket) || ticket.status === "USED" ? ticket.status : "VOID";
  return (
    <article className="grid overflow-hidden rounded-lg border border-line bg-surface shadow-sheet sm:grid-cols-[1fr_15rem] print:break-inside-avoid print:grid-cols-[1fr_15rem]">
      <div className="grid content-between gap-6 p-5 sm:p-7">
        <div className="grid gap-2">
          <div className="flex flex-wrap items-center justify-between gap-2">
            <span className="field-name text-primary">{t("admission")}</span>
            <span className="flex gap-1.5">
              {ticket.isReceived && <Badge tone="info">{tGiveAway("received")}</Badge>}
              <Badge tone={tones[status]}>{t(`status.${status}`)}</Badge>
            </span>
          </div>
          <h3 className="font-extrabold text-2xl">
            <OriginalText text={ticket.eventTitle} />
          </h3>
          <StatusNote {...ticket} />
          <News ticket={ticket} />
        </div>
        <DescriptionList
          layout="grid"
          items={[
            { term: t("starts"), detail: <b>{format.date(ticket.startsAt)}</b> },
            { term: t("seat"), detail: <b>{seat}</b> },
            { term: t("venue"), detail: <OriginalText text={ticket.venue} /> },
          ]}
        />
        <p className="numerals flex flex-wrap gap-x-4 text-muted text-xs">
          <span>
            {t("order")} {shortCodeOf(ticket.orderId)}
          </span>
          <span>{t("ordinal", { index: ticket.number, count: ticket.count })}</span>
          <span>{ticket.id}</span>
        </p>
      </div>
      <Stub ticket={ticket} seat={seat} status={status} />
    </article>
  );
}

/** Whether a ticket lets its buyer in: one of a cancelled event session does not, though its order may not be refunded yet. */
export const admits = ({ status, sessionCancellation }: Ticket): boolean =>
  status === "VALID" && sessionCancellation === null;

/** What happened to the event session of a ticket: it was cancelled, or changed while the ticket is valid. */
function News({
  ticket: { status, changes, orderId, isReceived, cancelDeadlineAt, sessionCancellation },
}: {
  ticket: Ticket;
}) {
  const t = useTranslations("ticket");
  // Who received the ticket has neither the order nor its money.
  const toOrder = !isReceived && (
    <LinkButton href={`/me/orders/${orderId}`} look="secondary" className="print:hidden">
      {t("toOrder")}
    </LinkButton>
  );
  if (sessionCancellation)
    return (
      <SessionCancelled reason={sessionCancellation.reason} action={toOrder}>
        {t("sessionCancelled")}
      </SessionCancelled>
    );
  if (status !== "VALID") return null;
  return <ChangeList changes={changes} {...(!isReceived && { cancelDeadlineAt })} action={toOrder} />;
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
            {t(`refund.${refund.closedAt ? "closed" : refund.state}`, { amount: format.krw(refund.amount) })}
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

/** The stub with the QR code. A used or void ticket shows none, because it admits no longer. */
function Stub({ ticket, seat, status }: { ticket: Ticket; seat: string; status: Ticket["status"] }) {
  const t = useTranslations("ticket");
  if (status !== "VALID")
    return (
      <div className="max-sm:tear-x sm:tear-y grid min-h-20 place-content-center p-5 print:tear-y">
        <span className="-rotate-6 rounded-sm border-2 border-line-strong px-4 py-1.5 font-extrabold text-lg text-muted">
          {t(`status.${status}`)}
        </span>
      </div>
    );
  return (
    <div className="max-sm:tear-x sm:tear-y grid content-center justify-items-center gap-3 p-5 print:tear-y">
      <EntryCode ticket={ticket} seat={seat} />
      <GiveAway ticket={ticket} />
    </div>
  );
}
