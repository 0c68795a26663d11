"use client";
import { useTranslations } from "next-intl";
import { behindLogin } from "../../auth/require-login.tsx";
import { useNow } from "../../clock/use-now.ts";
import { ProblemAlert } from "../../errors/problem-alert.tsx";
import { useFormat } from "../../i18n/format.ts";
import { PageSkeleton } from "../../shell/page-skeleton.tsx";
import { Alert } from "../../ui/alert.tsx";
import { LinkButton } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { useOnline } from "../../ui/use-online.ts";
import { stacksOf } from "./stacks.ts";
import { type Stack, TicketStack } from "./ticket-stack.tsx";
import { useTickets } from "./use-tickets.ts";

const MINUTE_MS = 60_000;

/** The buyer's tickets: those to come first, then the used, void and past ones. */
export const MyTickets = behindLogin(Tickets, { shape: "cards", beginsEarly: true });

function Tickets() {
  const t = useTranslations("ticket");
  const now = useNow(MINUTE_MS);
  const { tickets, uncheckedSinceMs, isKept, isAway, error } = useTickets();
  if (!tickets && isAway) return <NoneKept />;
  if (!tickets || now === null)
    return error ? <ProblemAlert error={error} /> : <PageSkeleton shape="cards" />;
  const { upcoming, past } = stacksOf(tickets, now);
  return (
    <>
      <PageHeader title={t("title")} />
      {uncheckedSinceMs !== null && <Unchecked sinceMs={uncheckedSinceMs} />}
      {tickets.length === 0 && (
        <EmptyState title={t("empty.title")} action={<LinkButton href="/">{t("empty.action")}</LinkButton>}>
          {t("empty.body")}
        </EmptyState>
      )}
      <Group title={t("upcoming")} stacks={upcoming} isKept={isKept} />
      <Group title={t("past")} stacks={past} isKept={isKept} />
    </>
  );
}

/** Says since when the server has not confirmed the tickets, and what that means at the door. */
function Unchecked({ sinceMs }: { sinceMs: number }) {
  const t = useTranslations("ticket.unchecked");
  const format = useFormat();
  const online = useOnline();
  const at = format.date(new Date(sinceMs));
  return (
    <Alert tone="warning" title={t(online ? "away" : "offline", { at })} announce className="print:hidden">
      {t("body")}
    </Alert>
  );
}

/** There is no connection, and the browser has kept no tickets of who is logged in. */
function NoneKept() {
  const t = useTranslations("ticket");
  return (
    <>
      <PageHeader title={t("title")} />
      <EmptyState title={t("noneKept.title")}>{t("noneKept.body")}</EmptyState>
    </>
  );
}

interface GroupProps {
  title: string;
  stacks: readonly Stack[];
  isKept: boolean;
}

function Group({ title, stacks, isKept }: GroupProps) {
  if (stacks.length === 0) return null;
  return (
    <section className="grid gap-5">
      <h2 className="font-bold text-xl">{title}</h2>
      {stacks.map((stack) => (
        <TicketStack key={stack[0].sessionId} tickets={stack} isKept={isKept} />
      ))}
    </section>
  );
}
