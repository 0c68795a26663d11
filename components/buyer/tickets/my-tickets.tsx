"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { Ticket } from "#server/tickets/contract.ts";
import { useNow } from "../../clock/use-now.ts";
import { ProblemAlert } from "../../errors/problem-alert.tsx";
import { PageSkeleton } from "../../shell/page-skeleton.tsx";
import { useTRPC } from "../../trpc/client.ts";
import { LinkButton } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { admits, TicketCard } from "./ticket-card.tsx";

const MINUTE_MS = 60_000;
/** A ticket stays among the upcoming ones for a while after the start. */
const SHOW_LASTS_MS = 6 * 60 * MINUTE_MS;

/** The buyer's tickets: those to come first, then the used, void and past ones. */
export function MyTickets() {
  const t = useTranslations("ticket");
  const trpc = useTRPC();
  const now = useNow(MINUTE_MS);
  const { data: tickets, error } = useQuery(trpc.tickets.mine.queryOptions({}, { staleTime: 0 }));
  if (!tickets || now === null) return error ? <ProblemAlert error={error} /> : <PageSkeleton />;
  const isUpcoming = (ticket: Ticket) => admits(ticket) && Date.parse(ticket.startsAt) + SHOW_LASTS_MS > now;
  const upcoming = tickets
    .filter(isUpcoming)
    .sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt) || (a.id < b.id ? -1 : 1));
  const past = tickets.filter((ticket) => !isUpcoming(ticket));
  return (
    <>
      <PageHeader title={t("title")} />
      {tickets.length === 0 && (
        <EmptyState title={t("empty.title")} action={<LinkButton href="/">{t("empty.action")}</LinkButton>}>
          {t("empty.body")}
        </EmptyState>
      )}
      <Group title={t("upcoming")} tickets={upcoming} />
      <Group title={t("past")} tickets={past} />
    </>
  );
}

function Group({ title, tickets }: { title: string; tickets: readonly Ticket[] }) {
  if (tickets.length === 0) return null;
  return (
    <section className="grid gap-5">
      <h2 className="font-bold text-xl">{title}</h2>
      {tickets.map((ticket) => (
        <TicketCard key={ticket.id} ticket={ticket} />
      ))}
    </section>
  );
}
