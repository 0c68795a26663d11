"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { HealthChange, HealthHistory as History } from "#server/health/contract.ts";
import { healthMachine } from "#server/health/machine.ts";
import { CHECKS, OVERALL } from "#server/health/values.ts";
import { Moment } from "../../clock/moment.tsx";
import { useNow } from "../../clock/use-now.ts";
import { ProblemAlert } from "../../errors/problem-alert.tsx";
import { useFormat } from "../../i18n/format.ts";
import { StateBadge } from "../../states/state-badge.tsx";
import { useStateName } from "../../states/use-state-name.ts";
import { useTRPC } from "../../trpc/client.ts";
import { Alert } from "../../ui/alert.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";

const EVERY_MS = 10_000;
/** Each process looks every half minute. */
const WATCHED_MS = 120_000;

/** What is recorded of the health, since when and why, and how it changed. */
export function HealthHistory() {
  const t = useTranslations("health");
  const trpc = useTRPC();
  const now = useNow(5000);
  const history = useQuery(
    trpc.health.history.queryOptions({}, { refetchInterval: EVERY_MS, staleTime: 0, retry: false }),
  );
  return (
    <>
      <section aria-labelledby="health-recorded" className="grid gap-4">
        <div className="grid gap-1">
          <h2 id="health-recorded" className="font-bold text-xl">
            {t("recorded")}
          </h2>
          <p className="text-muted">{t("recordedLead")}</p>
        </div>
        {history.error && (
          <>
            <p className="font-semibold">{t("unread")}</p>
            <ProblemAlert error={history.error} />
          </>
        )}
        {history.isPending && <Skeleton className="h-40" />}
        {history.data && <Recorded recorded={history.data.recorded} now={now} />}
      </section>
      <section aria-labelledby="health-changes" className="grid gap-4">
        <h2 id="health-changes" className="font-bold text-xl">
          {t("changes")}
        </h2>
        {history.isPending && <Skeleton className="h-40" />}
        {history.error && !history.data && <p>{t("unread")}</p>}
        {history.data && <Changes changes={history.data.changes} now={now} />}
      </section>
    </>
  );
}

function Recorded({ recorded, now }: { recorded: History["recorded"]; now: number | null }) {
  const t = useTranslations("health");
  const format = useFormat();
  const overall = recorded.find(({ name }) => name === OVERALL);
  if (!overall) return <p>{t("noRecord")}</p>;
  const isWatched = now === null || now - Date.parse(overall.lookedAt) < WATCHED_MS;
  const bad = CHECKS.flatMap((name) =>
    recorded.filter((one) => one.name === name && one.status !== "HEALTHY"),
  );
  return (
    <>
      {!isWatched && (
        <Alert tone="warning" title={t("notWatched.title")}>
          {t("notWatched.body", { at: format.date(overall.lookedAt, "exact") })}
        </Alert>
      )}
      <ul className="overflow-hidden rounded-lg border border-line bg-surface">
        {[overall, ...bad].map(({ name, status, since, cause }) => (
          <li key={name} className="grid gap-1 border-line border-b p-5 last:border-b-0">
            <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
              <h3 className="font-bold">{t(`names.${name}`)}</h3>
              <StateBadge machine={healthMachine} state={status} />
              <span className="numerals ml-auto text-muted text-sm">
                {t("since", { at: format.date(since, "exact") })}
              </span>
            </div>
            {name !== OVERALL && (
              <p className="wrap-anywhere text-muted text-sm">{cause ?? t("recovering")}</p>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Changes({ changes, now }: { changes: readonly HealthChange[]; now: number | null }) {
  const t = useTranslations("health");
  const nameState = useStateName();
  if (changes.length === 0)
    return <EmptyState title={t("noChanges.title")}>{t("noChanges.body")}</EmptyState>;
  return (
    <ol className="overflow-hidden rounded-lg border border-line bg-surface">
      {changes.map(({ seq, name, from, to, cause, at }) => (
        <li
          key={seq}
          className="grid gap-x-6 gap-y-1 border-line border-b p-4 last:border-b-0 sm:grid-cols-[14rem_minmax(0,1fr)]"
        >
          <Moment at={at} now={now} />
          <div>
            <p className="font-semibold">
              {t("change", {
                name: t(`names.${name}`),
                from: nameState(healthMachine, from),
                to: nameState(healthMachine, to),
              })}
            </p>
            {cause && name !== OVERALL && <p className="wrap-anywhere text-muted text-sm">{cause}</p>}
          </div>
        </li>
      ))}
    </ol>
  );
}
