"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Approval } from "#server/approvals/contract.ts";
import { shortCodeOf } from "#server/platform/values/id-forms.ts";
import { ProblemAlert } from "../../errors/problem-alert.tsx";
import { useFormat } from "../../i18n/format.ts";
import { PageSkeleton } from "../../shell/page-skeleton.tsx";
import { useTRPC } from "../../trpc/client.ts";
import { Badge } from "../../ui/badge.tsx";
import { Card } from "../../ui/card.tsx";
import { DescriptionList } from "../../ui/description-list.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import type { Tone } from "../../ui/tone.ts";
import { Freshness } from "../shell/freshness.tsx";
import { DecideApproval } from "./decide-approval.tsx";

const EVERY_MS = 5000;
const TONES: Readonly<Record<Approval["state"], Tone>> = {
  ...{ waiting: "warning", approved: "success", refused: "danger", expired: "neutral" },
};

/** The pages of what is asked for, which the other operator reads before deciding. */
const PAGES: Readonly<Record<Approval["kind"], string>> = {
  ...{ refund: "/admin/orders", close_sale: "/admin/sales", cancel_session: "/admin/sales" },
  ...{ shorten_sale: "/admin/sales", withdraw_event: "/admin/events" },
  ...{ cancel_event: "/admin/events", archive_event: "/admin/events", make_operator: "/admin/people" },
  remove_factors: "/admin/people",
};

/** What operators asked one another to approve: first what waits. */
export function ApprovalsPage() {
  const t = useTranslations("approval");
  const trpc = useTRPC();
  const approvals = useQuery(
    trpc.approvals.list.queryOptions({}, { refetchInterval: EVERY_MS, staleTime: 0 }),
  );
  if (!approvals.data)
    return approvals.error ? <ProblemAlert error={approvals.error} /> : <PageSkeleton shape="list" />;
  const waiting = approvals.data.filter(({ state }) => state === "waiting");
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} actions={<Freshness query={approvals} />} />
      {approvals.data.length === 0 && <EmptyState title={t("empty.title")}>{t("empty.body")}</EmptyState>}
      <Group title={t("waiting")} approvals={waiting} />
      <Group title={t("decided")} approvals={approvals.data.filter((one) => !waiting.includes(one))} />
    </>
  );
}

function Group({ title, approvals }: { title: string; approvals: readonly Approval[] }) {
  if (approvals.length === 0) return null;
  return (
    <section className="grid gap-4">
      <h2 className="font-bold text-xl">{title}</h2>
      <ul className="grid gap-4">
        {approvals.map((approval) => (
          <li key={approval.id}>
            <ApprovalCard approval={approval} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function ApprovalCard({ approval }: { approval: Approval }) {
  const t = useTranslations("approval");
  const format = useFormat();
  const { kind, subject, amount, tickets, note, state, askedBy, own } = approval;
  const { askedAt, expiresAt, decidedBy, decidedAt, decisionNote } = approval;
  const what = t(`kinds.${kind}`, { subject: shortCodeOf(subject) });
  return (
    <Card className="grid gap-2">
      <p>
        <Badge tone={TONES[state]}>{t(`states.${state}`)}</Badge>
      </p>
      <h3 className="font-bold text-lg">{what}</h3>
      <p>
        <Link href={`${PAGES[kind]}/${subject}`}>{t("open")}</Link>
      </p>
      {kind === "refund" && (
        <p className="numerals">
          {tickets === null ? t("whole") : t("tickets", { count: tickets })}
          {amount !== null && ` · ${t("amount", { amount: format.krw(amount) })}`}
        </p>
      )}
      {approval.times && <Times times={approval.times} />}
      <p className="whitespace-pre-line">{note}</p>
      <p className="numerals text-muted text-sm">
        {t("by", { email: askedBy, at: format.date(askedAt) })}
        {state === "waiting" && ` · ${t("until", { at: format.date(expiresAt) })}`}
      </p>
      {decidedBy && decidedAt && (
        <p className="numerals text-muted text-sm">
          {t("decidedBy", { email: decidedBy, at: format.date(decidedAt), note: decisionNote ?? "" })}
        </p>
      )}
      {state === "waiting" && own && <p className="text-muted">{t("own")}</p>}
      {state === "waiting" && !own && (
        <div className="flex flex-wrap gap-2">
          <DecideApproval approval={approval} what={what} outcome="approved" />
          <DecideApproval approval={approval} what={what} outcome="refused" />
        </div>
      )}
    </Card>
  );
}

const TIMES = ["startsAt", "salesOpenAt", "salesCloseAt", "cancelDeadlineAt"] as const;

/** The times that an event session is to have. */
function Times({ times }: { times: NonNullable<Approval["times"]> }) {
  const t = useTranslations("approval.times");
  const format = useFormat();
  return (
    <DescriptionList
      items={TIMES.flatMap((name) => {
        const at = times[name];
        return at ? [{ term: t(name), detail: format.date(at) }] : [];
      })}
    />
  );
}
