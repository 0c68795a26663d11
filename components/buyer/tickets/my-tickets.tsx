"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useNow } from "../../clock/use-now.ts";
import { ProblemAlert } from "../../errors/problem-alert.tsx";
import { PageSkeleton } from "../../shell/page-skeleton.tsx";
import { useTRPC } from "../../trpc/client.ts";
import { LinkButton } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { stacksOf } from "./stacks.ts";
import { type Stack, TicketStack } from "./ticket-stack.tsx";

const MINUTE_MS = 60_000;

/** The buyer's tickets: those to come first, then the used, void and past ones. */
export function MyTickets() {
  const t = useTranslations("ticket");
  const trpc = useTRPC();
  const now = useNow(MINUTE_MS);
  const { data: tickets, error } = useQuery(trpc.tickets.mine.queryOptions({}, { staleTime: 0 }));
  if (!tickets || now === null) return error ? <ProblemAlert error={error} /> : <PageSkeleton />;
  const { upcoming, past } = stacksOf(tickets, now);
  return (
    <>
      <PageHeader title={t("title")} />
      {tickets.length === 0 && (
        <EmptyState title={t("empty.title")} action={<LinkButton href="/">{t("empty.action")}</LinkButton>}>
          {t("empty.body")}
        </EmptyState>
      )}
      <Group title={t("upcoming")} stacks={upcoming} />
      <Group title={t("past")} stacks={past} />
    </>
  );
}

function Group({ title, stacks }: { title: string; stacks: readonly Stack[] }) {
  if (stacks.length === 0) return null;
  return (
    <section className="grid gap-5">
      <h2 className="font-bold text-xl">{title}</h2>
      {stacks.map((stack) => (
        <TicketStack key={stack[0].sessionId} tickets={stack} />
      ))}
    </section>
  );
}
