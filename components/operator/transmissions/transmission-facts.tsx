"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { z } from "zod";
import type { Transmission } from "#server/transmissions/contract.ts";
import { Moment } from "../../clock/moment.tsx";
import { Card } from "../../ui/card.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";

interface TransmissionFactsProps {
  transmission: z.output<typeof Transmission>;
  now: number | null;
}

export function TransmissionFacts({ transmission, now }: TransmissionFactsProps) {
  const t = useTranslations("transmission");
  const { id, aggregateId, status, retryCount, lastError, traceId } = transmission;
  const { createdAt, sentAt, nextAttemptAt } = transmission;
  const willBeTried = status === "PENDING" || status === "FAILED";
  return (
    <section aria-labelledby="facts" className="grid content-start gap-3">
      <h2 id="facts" className="flex min-h-touch items-center font-bold text-xl">
        {t("facts")}
      </h2>
      <Card>
        <dl className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
          <Fact term={t("created")}>
            <Moment at={createdAt} now={now} />
          </Fact>
          {sentAt !== null && (
            <Fact term={t("sentAt")}>
              <Moment at={sentAt} now={now} />
            </Fact>
          )}
          {willBeTried && (
            <Fact term={t("nextAttempt")}>
              <Moment at={nextAttemptAt} now={now} />
            </Fact>
          )}
          <Fact term={t("retryCount")}>{retryCount}</Fact>
          {lastError !== null && (
            <Fact term={t("lastError")} wide>
              <span className="text-danger-fg">{lastError}</span>
            </Fact>
          )}
          <Fact term={t("aggregateId")} wide>
            <Code>{aggregateId}</Code>
          </Fact>
          <Fact term={t("id")} wide>
            <Code>{id}</Code>
          </Fact>
          <Fact term={t("traceId")} wide>
            <span className="flex flex-wrap items-center justify-between gap-2">
              <Code>{traceId}</Code>
              <CopyButton text={traceId} label={t("copyTrace")} />
            </span>
          </Fact>
        </dl>
      </Card>
    </section>
  );
}

function Fact({ term, wide = false, children }: { term: string; wide?: boolean; children: ReactNode }) {
  return (
    <div className={`grid content-start gap-0.5 ${wide ? "sm:col-span-2" : ""}`}>
      <dt className="field-name">{term}</dt>
      <dd className="numerals min-w-0">{children}</dd>
    </div>
  );
}

const Code = ({ children }: { children: string }) => (
  <code className="break-all font-mono text-[0.8125rem]">{children}</code>
);
