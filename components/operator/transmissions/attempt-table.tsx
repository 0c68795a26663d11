"use client";
import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import type { z } from "zod";
import type { Attempt } from "#server/transmissions/contract.ts";
import { Moment } from "../../clock/moment.tsx";
import { Badge } from "../../ui/badge.tsx";

type AttemptData = z.output<typeof Attempt>;

interface AttemptTableProps {
  attempts: readonly AttemptData[];
  now: number | null;
}

/** Every try, the latest first, with what the receiver answered. */
export function AttemptTable({ attempts, now }: AttemptTableProps) {
  const t = useTranslations("transmission");
  return (
    <section aria-labelledby="attempts" className="grid gap-3">
      <h2 id="attempts" className="font-bold text-xl">
        {t("attempts")}
      </h2>
      {attempts.length === 0 ? (
        <p className="text-muted">{t("noAttempts")}</p>
      ) : (
        <div className="overflow-hidden rounded-lg border border-line bg-surface">
          <table aria-labelledby="attempts" className="w-full text-left align-top">
            <thead className="border-line border-b">
              <tr>
                <Heading>{t("attempt.number")}</Heading>
                <Heading>{t("attempt.at")}</Heading>
                <Heading>{t("attempt.outcome")}</Heading>
                <Heading end>{t("attempt.duration")}</Heading>
              </tr>
            </thead>
            {attempts.map((attempt) => (
              <AttemptRows key={attempt.number} attempt={attempt} now={now} />
            ))}
          </table>
        </div>
      )}
    </section>
  );
}

function Heading({ end = false, children }: { end?: boolean; children: string }) {
  return (
    <th
      scope="col"
      className={`field-name whitespace-nowrap px-2 py-3 first:pl-4 last:pr-4 ${end ? "text-right" : ""}`}
    >
      {children}
    </th>
  );
}

const cell = "px-2 pt-3 align-top first:pl-4 last:pr-4";

function AttemptRows({ attempt, now }: { attempt: AttemptData; now: number | null }) {
  const t = useTranslations("transmission");
  const { number, byHand, outcome, status, error, response, durationMs, endedAt } = attempt;
  const answered = status === null ? null : t("attempt.status", { status: String(status) });
  return (
    <tbody className="numerals border-line border-b last:border-b-0">
      <tr>
        <th scope="row" className={`${cell} font-semibold`}>
          {number}
        </th>
        <td className={cell}>
          <Moment at={endedAt} now={now} />
        </td>
        <td className={cell}>
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <span className={outcome === "sent" ? "text-success-fg" : "text-danger-fg"}>
              {t(`outcome.${outcome}`)}
            </span>
            {answered !== null && <span className="whitespace-nowrap text-muted text-sm">{answered}</span>}
            {byHand && <Badge tone="neutral">{t("attempt.byHand")}</Badge>}
          </span>
        </td>
        <td className={`${cell} whitespace-nowrap text-right`}>
          {t("attempt.durationMs", { ms: durationMs })}
        </td>
      </tr>
      <tr>
        <td colSpan={4} className="px-4 pb-3">
          {error !== null && error !== answered && <p className="text-sm">{error}</p>}
          {response !== null && <Answer response={response} />}
        </td>
      </tr>
    </tbody>
  );
}

function Answer({ response }: { response: string }) {
  const t = useTranslations("transmission.attempt");
  if (response === "") return <p className="text-muted text-sm">{t("emptyResponse")}</p>;
  return (
    <details className="group text-sm">
      <summary className="flex min-h-touch w-fit cursor-pointer items-center gap-1 font-semibold text-primary">
        <ChevronRight aria-hidden="true" className="size-4 group-open:rotate-90" />
        {t("response")}
      </summary>
      <pre className="whitespace-pre-wrap break-all rounded-md bg-sunken p-3 font-mono text-[0.8125rem]">
        {response}
      </pre>
    </details>
  );
}
