"use client";
import type { UseQueryResult } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { inServerTime } from "../../clock/offset.ts";
import { useFormat } from "../../i18n/format.ts";
import { classNames } from "../../ui/class-names.ts";

interface FreshnessProps {
  /** What is read again and again. */
  query: Pick<UseQueryResult, "dataUpdatedAt" | "failureCount" | "isError">;
}

/** Says when the figures were read, so that a stale number is not mistaken for a quiet system. */
export function Freshness({ query: { dataUpdatedAt, failureCount, isError } }: FreshnessProps) {
  const t = useTranslations("admin");
  const format = useFormat();
  // The failure count restarts with each request, while the error stays until an answer arrives.
  const stale = isError || failureCount > 0;
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-muted text-sm">
      <span
        aria-hidden="true"
        className={classNames("size-2 rounded-full", stale ? "bg-danger-fg" : "bg-success-fg")}
      />
      <span role="status">{t(stale ? "stale" : "live")}</span>
      <span className="numerals">
        · {t("asOf", { at: format.date(new Date(inServerTime(dataUpdatedAt)), "timeWithSeconds") })}
      </span>
    </p>
  );
}
