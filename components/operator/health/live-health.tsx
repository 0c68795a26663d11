"use client";
import { useTranslations } from "next-intl";
import type { Health } from "#server/health/contract.ts";
import { healthMachine } from "#server/health/machine.ts";
import { CHECKS, type CheckName } from "#server/health/values.ts";
import { StateBadge } from "../../states/state-badge.tsx";
import { Alert } from "../../ui/alert.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { Freshness } from "../shell/freshness.tsx";
import { useLiveHealth } from "./use-live-health.ts";

/** Every check as it is now; what fails says what it means for buyers and what to do. */
export function LiveHealth() {
  const t = useTranslations("health");
  const health = useLiveHealth();
  return (
    <section aria-labelledby="health-now" className="grid gap-4">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <div className="flex flex-wrap items-center gap-3">
          <h2 id="health-now" className="font-bold text-xl">
            {t("now")}
          </h2>
          {health.data && !health.isError && (
            <StateBadge machine={healthMachine} state={health.data.status} />
          )}
        </div>
        {health.data && <Freshness query={health} />}
      </div>
      {health.isError && (
        <Alert tone="danger" title={t("silent.title")} announce>
          <p>{t("silent.body")}</p>
          {health.data && <p>{t("stale")}</p>}
        </Alert>
      )}
      {health.isPending && <Skeleton className="h-64" />}
      {health.data && (
        <ul className="overflow-hidden rounded-lg border border-line bg-surface">
          {CHECKS.map((name) => (
            <CheckRow key={name} name={name} check={health.data.checks[name]} />
          ))}
        </ul>
      )}
    </section>
  );
}

function CheckRow({ name, check }: { name: CheckName; check: Health["checks"][CheckName] }) {
  const t = useTranslations("health");
  return (
    <li className="grid gap-3 border-line border-b p-5 last:border-b-0">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <h3 className="font-bold">{t(`names.${name}`)}</h3>
        <StateBadge machine={healthMachine} state={check.status} />
        <span className="numerals ml-auto text-muted text-sm">{t("latency", { ms: check.latencyMs })}</span>
      </div>
      {check.status !== "HEALTHY" && (
        <dl className="grid gap-3 sm:grid-cols-2">
          <div>
            <dt className="field-name">{t("buyers")}</dt>
            <dd>{t(`impact.${name}`)}</dd>
          </div>
          <div>
            <dt className="field-name">{t("todo")}</dt>
            <dd>{t(`action.${name}`)}</dd>
          </div>
        </dl>
      )}
    </li>
  );
}
