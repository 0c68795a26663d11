"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { OrderId } from "#server/orders/contract.ts";
import type { TicketId } from "#server/tickets/contract.ts";
import { ProblemAlert } from "../../errors/problem-alert.tsx";
import { useFormat } from "../../i18n/format.ts";
import { OriginalText } from "../../i18n/original-text.tsx";
import { useTRPC } from "../../trpc/client.ts";
import { Pager } from "../../ui/pager.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { admits } from "./admits.ts";
import { DoorScreen, EntryCode } from "./entry-code.tsx";
import { useTicketSeat } from "./use-ticket-seat.ts";

/** The tickets that an order brought, ready for the door: those that were given away or back since are left out. */
export function OrderTickets({ orderId }: { orderId: OrderId }) {
  const t = useTranslations("ticket");
  const format = useFormat();
  const seatOf = useTicketSeat();
  const trpc = useTRPC();
  const [enlargedId, setEnlargedId] = useState<TicketId | null>(null);
  const { data, error } = useQuery(trpc.tickets.mine.queryOptions({}, { staleTime: 0 }));
  if (!data) return error ? <ProblemAlert error={error} /> : <Skeleton className="mx-auto h-96 w-60" />;
  const tickets = data.filter((ticket) => ticket.orderId === orderId && admits(ticket));
  const [first] = tickets;
  if (!first) return null;
  return (
    <div className="grid gap-5">
      <div className="grid justify-items-center gap-1 text-center">
        <h2 className="font-extrabold text-xl">
          <OriginalText text={first.eventTitle} />
        </h2>
        <p className="numerals font-semibold">{format.date(first.startsAt)}</p>
        <p className="text-muted">
          <OriginalText text={first.venue} />
        </p>
      </div>
      <Pager
        label={t("title")}
        pages={tickets.map((ticket) => ({
          key: ticket.id,
          content: (
            <div className="grid justify-items-center gap-3 px-3">
              <EntryCode ticket={ticket} onEnlarge={() => setEnlargedId(ticket.id)} />
              <p className="text-center font-bold text-lg">{seatOf(ticket)}</p>
            </div>
          ),
        }))}
      />
      <DoorScreen tickets={tickets} firstId={enlargedId} onClose={() => setEnlargedId(null)} />
    </div>
  );
}
