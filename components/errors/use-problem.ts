"use client";
import { useTranslations } from "next-intl";
import { readRefusal, UNANSWERED } from "./refusal.ts";

/** A failed call in words for a person. */
export interface Problem {
  readonly reason: string;
  /** The sentence from the messages, with the refusal's numbers. */
  readonly text: string;
  /** When to try again; null when that does not depend on time. */
  readonly retryText: string | null;
  /** A reference for questions to support; null when the server did not fail. */
  readonly referenceText: string | null;
}

/** Turns any failed call into words. */
export function useProblem(): (error: unknown) => Problem {
  const t = useTranslations("problem");
  const tError = useTranslations("error");
  return (error) => {
    const { reason, params, retryAfterSeconds, traceId } = readRefusal(error);
    const unanswered = UNANSWERED.find((known) => known === reason);
    const text = unanswered ? t(unanswered) : (explain({ t, tError, reason, params }) ?? t("unknown"));
    const ours = reason === "internal" || reason === "unavailable" || reason === "unknown";
    return {
      reason,
      text,
      retryText: retryAfterSeconds === null ? null : t("retryAfter", { seconds: retryAfterSeconds }),
      referenceText: ours && traceId ? t("reference", { traceId }) : null,
    };
  };
}

interface Explain {
  t: ReturnType<typeof useTranslations<"problem">>;
  tError: ReturnType<typeof useTranslations<"error">>;
  reason: string;
  params: Readonly<Record<string, string | number | boolean | null>>;
}

/** Reasons are known at run time only; a page older than the server may lack the words for one. */
function explain({ t, tError, reason, params }: Explain): string | null {
  const rule = `rule.${String(params.rule)}` as "rule.closes_in_past";
  if (reason === "invalid_argument" && t.has(rule)) return t(rule);
  const away = `away.${String(params.part)}` as "away.redis";
  if (reason === "unavailable" && t.has(away)) return t(away);
  const key = reason as "internal";
  if (!tError.has(key)) return null;
  const values = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, value === null ? "" : String(value)]),
  );
  return (tError as unknown as (key: string, values: Record<string, string>) => string)(key, values);
}
