"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Ticket, TicketId } from "#server/tickets/contract.ts";
import { useFormat } from "../../i18n/format.ts";
import { OriginalText } from "../../i18n/original-text.tsx";
import { LinkButton } from "../../ui/button.tsx";
import { DescriptionList } from "../../ui/description-list.tsx";
import { Pager } from "../../ui/pager.tsx";
import { ChangeList } from "../catalog/change-list.tsx";
import { SessionCancelled } from "../catalog/session-cancelled.tsx";
import { admits } from "./admits.ts";
import { DoorScreen } from "./entry-code.tsx";
import { TicketStub } from "./ticket-stub.tsx";

/** Tickets of one event session, at least one. */
export type Stack = readonly [Ticket, ...Ticket[]];

/** The tickets of an event session on top of one another: the event's details on the left, on the right a stub for each. */
export function TicketStack({ tickets, isKept }: { tickets: Stack; isKept: boolean }) {
  const [enlargedId, setEnlargedId] = useState<TicketId | null>(null);
  const t = useTranslations("ticket");
  const format = useFormat();
  const [{ eventTitle, startsAt, venue }] = tickets;
  return (
    <article className="grid overflow-hidden rounded-lg border border-line bg-surface shadow-sheet sm:grid-cols-[1fr_19rem] print:break-inside-avoid print:grid-cols-[1fr_19rem]">
      <div className="grid content-between gap-6 p-5 sm:p-7">
        <div className="grid gap-2">
          <p className="field-name text-primary">{t("admission", { count: tickets.length })}</p>
          <h3 className="font-extrabold text-2xl">
            <OriginalText text={eventTitle} />
          </h3>
          <News tickets={tickets} isKept={isKept} />
        </div>
        <DescriptionList
          layout="grid"
          items={[
            { term: t("starts"), detail: <b>{format.date(startsAt)}</b> },
            { term: t("venue"), detail: <OriginalText text={venue} /> },
          ]}
        />
      </div>
      <div className="max-sm:tear-x sm:tear-y grid min-w-0 content-center py-5 print:tear-y">
        <Pager
          label={t("stack", { title: eventTitle })}
          pages={tickets.map((ticket) => ({
            key: ticket.id,
            content: <TicketStub {...{ ticket, isKept }} onEnlarge={() => setEnlargedId(ticket.id)} />,
          }))}
        />
        <DoorScreen
          tickets={tickets.filter(admits)}
          firstId={enlargedId}
          onClose={() => setEnlargedId(null)}
        />
      </div>
    </article>
  );
}

/** What happened to the event session of these tickets: it was cancelled, or changed while one of them is valid. */
function News({ tickets, isKept }: { tickets: Stack; isKept: boolean }) {
  const t = useTranslations("ticket");
  const [{ sessionCancellation, cancelDeadlineAt }] = tickets;
  // Who received a ticket has neither the order nor its money.
  const orders = [...new Set(tickets.flatMap(({ isReceived, orderId }) => (isReceived ? [] : orderId)))];
  const toOrder = orders.length > 0 && !isKept && (
    <LinkButton
      href={orders.length === 1 ? `/me/orders/${orders[0]}` : "/me/orders"}
      look="secondary"
      className="print:hidden"
    >
      {t("toOrder")}
    </LinkButton>
  );
  if (sessionCancellation)
    return (
      <SessionCancelled reason={sessionCancellation.reason} action={toOrder}>
        {t("sessionCancelled")}
      </SessionCancelled>
    );
  const valid = tickets.filter(({ status }) => status === "VALID");
  // The ticket that was taken first has seen every change that the others have.
  const changes = valid.reduce<Ticket["changes"]>(
    (most, ticket) => (ticket.changes.length > most.length ? ticket.changes : most),
    [],
  );
  return <ChangeList changes={changes} {...(orders.length > 0 && { cancelDeadlineAt })} action={toOrder} />;
}
