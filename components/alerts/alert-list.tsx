"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useNow } from "../clock/use-now.ts";
import { ProblemAlert } from "../errors/problem-alert.tsx";
import { useFormat } from "../i18n/format.ts";
import { PageSkeleton } from "../shell/page-skeleton.tsx";
import { useTRPC } from "../trpc/client.ts";
import { Alert } from "../ui/alert.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { PageHeader } from "../ui/page-header.tsx";

const REFRESH_MS = 3000;

/** What an operator must know now. */
export function AlertList() {
  const t = useTranslations("admin.alertList");
  const format = useFormat();
  const now = useNow(10_000);
  const trpc = useTRPC();
  const { data, error } = useQuery(trpc.alerts.list.queryOptions({}, { refetchInterval: REFRESH_MS }));
  if (!data) return error ? <ProblemAlert error={error} /> : <PageSkeleton />;
  return (
    <>
      <PageHeader title={t("title")} />
      {data.length === 0 && <EmptyState title={t("none")}>{t("noneBody")}</EmptyState>}
      <ul className="grid gap-3">
        {data.map(({ id, kind, subject, detail, count, firstAt, lastAt }) => (
          <li key={id}>
            <Alert tone="danger" title={`${t(`kind.${kind}`)}: ${subject}`}>
              <p className="numerals">
                {t("count", { count })} · {t("since", { at: format.date(firstAt) })}
                {now !== null && ` · ${t("last", { ago: format.relative(lastAt, now) })}`}
              </p>
              <p className="break-all font-mono text-sm">{JSON.stringify(detail)}</p>
            </Alert>
          </li>
        ))}
      </ul>
    </>
  );
}
