"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { IntegrationOverview } from "#server/integration/contract.ts";
import { integrationSessionMachine } from "#server/integration/machine.ts";
import { formatPhone } from "#server/platform/values/phone.ts";
import { Moment } from "../../clock/moment.tsx";
import { useNow } from "../../clock/use-now.ts";
import { ProblemAlert } from "../../errors/problem-alert.tsx";
import { useFormat } from "../../i18n/format.ts";
import { useReason } from "../../seller/connect/use-reason.ts";
import { PageSkeleton } from "../../shell/page-skeleton.tsx";
import { StateBadge } from "../../states/state-badge.tsx";
import { useTRPC } from "../../trpc/client.ts";
import { Card } from "../../ui/card.tsx";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Freshness } from "../shell/freshness.tsx";
import { ConnectedAccounts } from "./connected-accounts.tsx";

const EVERY_MS = 2000;

/** Shows phone lines with their holders, waiting sessions and unmatched messages, and lets operators intervene. */
export function IntegrationPage() {
  const t = useTranslations("integration");
  const trpc = useTRPC();
  const overview = useQuery(
    trpc.integration.overview.queryOptions({}, { refetchInterval: EVERY_MS, staleTime: 0 }),
  );
  if (!overview.data)
    return overview.error ? <ProblemAlert error={overview.error} /> : <PageSkeleton shape="list" />;
  const { lines, sessions, unmatched, counts } = overview.data;
  return (
    <>
      <PageHeader title={t("title")} actions={<Freshness query={overview} />} />
      <Counts counts={counts} />
      <section className="grid gap-3">
        <h2 className="font-bold text-xl">{t("lines")}</h2>
        <ul className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
          {lines.map((line) => (
            <PhoneLineCard key={line.id} line={line} />
          ))}
        </ul>
      </section>
      <Sessions sessions={sessions} />
      <ConnectedAccounts />
      <Unmatched messages={unmatched} />
    </>
  );
}

function Counts({ counts }: Pick<IntegrationOverview, "counts">) {
  const t = useTranslations("integration");
  const failed = counts.ended - counts.completed;
  const share = counts.ended === 0 ? null : Math.round((failed / counts.ended) * 100);
  return (
    <dl className="grid grid-cols-2 gap-4 sm:grid-cols-4">
      {(
        [
          ["running", String(counts.running)],
          ["completed", String(counts.completed)],
          ["failed", String(failed)],
          ["failureRate", share === null ? "–" : `${share}%`],
        ] as const
      ).map(([name, value]) => (
        <div key={name} className="rounded-lg border border-line bg-surface p-5 shadow-sheet">
          <dt className="field-name">{t(name)}</dt>
          <dd className="numerals font-extrabold text-3xl">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function PhoneLineCard({ line }: { line: IntegrationOverview["lines"][number] }) {
  const t = useTranslations("integration");
  const format = useFormat();
  const { holder, lockExpiresAt, fencingToken } = line;
  return (
    <li>
      <Card className="grid gap-3">
        <h3 className="numerals font-bold text-lg">{formatPhone(line.phoneNumber)}</h3>
        <p className="break-all text-muted text-sm">{line.inbox}</p>
        {holder ? (
          <>
            <p className="flex flex-wrap items-center gap-2">
              <Link href={`/admin/integration/${holder.id}`} className="numerals font-semibold">
                {holder.vendorId}
              </Link>
              <StateBadge machine={integrationSessionMachine} state={holder.status} />
            </p>
            <p className="numerals text-muted text-sm">
              {t("until", { at: lockExpiresAt ? format.date(lockExpiresAt, "timeWithSeconds") : "–" })}{" "}
              {t("fencing", { number: fencingToken })}
            </p>
            <ReleasePhoneLine line={line} />
          </>
        ) : (
          <p className="font-semibold text-success-fg">{t("free")}</p>
        )}
      </Card>
    </li>
  );
}

function ReleasePhoneLine({ line }: { line: IntegrationOverview["lines"][number] }) {
  const t = useTranslations("integration");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const release = useMutation(
    trpc.integration.releasePhoneLine.mutationOptions({
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.integration.overview.queryKey() }),
    }),
  );
  return (
    <ConfirmButton
      look="danger"
      label={t("release")}
      title={t("releaseTitle", { number: formatPhone(line.phoneNumber) })}
      description={t("releaseBody")}
      pending={release.isPending}
      onConfirm={(close) => release.mutate({ id: line.id }, { onSuccess: close })}
    >
      <ProblemAlert error={release.error} />
    </ConfirmButton>
  );
}

function Sessions({ sessions }: Pick<IntegrationOverview, "sessions">) {
  const t = useTranslations("integration");
  const now = useNow(EVERY_MS);
  const reasonOf = useReason();
  return (
    <section className="grid gap-3">
      <h2 className="font-bold text-xl">{t("sessions")}</h2>
      {sessions.length === 0 && <p className="text-muted">{t("none")}</p>}
      <ul className="grid gap-2">
        {sessions.map(({ id, vendorId, status, position, endReason, createdAt }) => (
          <li key={id}>
            <Link
              href={`/admin/integration/${id}`}
              className="grid items-center gap-x-6 gap-y-1 rounded-md border border-line bg-surface px-4 py-3 text-ink no-underline hover:border-ink sm:grid-cols-[8rem_12rem_1fr_auto]"
            >
              <span className="numerals font-bold">{vendorId}</span>
              <span>
                <StateBadge machine={integrationSessionMachine} state={status} />
              </span>
              <span className="text-muted text-sm">
                {position !== null ? t("position", { position }) : reasonOf(endReason)}
              </span>
              <Moment at={createdAt} now={now} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Unmatched({ messages }: { messages: IntegrationOverview["unmatched"] }) {
  const t = useTranslations("integration");
  const now = useNow(EVERY_MS);
  return (
    <section className="grid gap-3">
      <h2 className="font-bold text-xl">{t("unmatched")}</h2>
      {messages.length === 0 && <p className="text-muted">{t("none")}</p>}
      <ul className="grid gap-2">
        {messages.map(({ seq, channel, recipient, sender, text, reason, arrivedAt }) => (
          <li key={seq} className="grid gap-1 rounded-md border border-line bg-surface px-4 py-3">
            <p className="flex flex-wrap items-center justify-between gap-2">
              <span className="numerals font-semibold">
                {t(`channels.${channel}`)} {formatPhone(sender)} → {formatPhone(recipient)}
                {reason && ` · ${t(`drops.${reason}`)}`}
              </span>
              <Moment at={arrivedAt} now={now} />
            </p>
            <p className="whitespace-pre-wrap text-muted text-sm">{text}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
