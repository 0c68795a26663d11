import { useTranslations } from "next-intl";
import type { z } from "zod";
import type { Attempt, AttemptOutcome } from "#server/transmissions/contract.ts";
import { useFormat } from "../i18n/format.ts";
import { Badge } from "../ui/badge.tsx";
import { Card } from "../ui/card.tsx";

/** Every try, the latest first. */
export function AttemptList({ attempts }: { attempts: readonly z.output<typeof Attempt>[] }) {
  const t = useTranslations("transmission");
  return (
    <Card className="grid gap-3">
      <h2 className="font-bold text-xl">{t("attempts")}</h2>
      {attempts.length === 0 ? (
        <p className="text-muted">{t("noAttempts")}</p>
      ) : (
        <ol className="grid divide-y divide-line" aria-label={t("attempts")}>
          {attempts.map((attempt) => (
            <AttemptRow key={attempt.number} {...attempt} />
          ))}
        </ol>
      )}
    </Card>
  );
}

const toneOf = (outcome: AttemptOutcome) =>
  outcome === "sent" ? "success" : outcome === "lost" ? "warning" : "danger";

function AttemptRow({
  number,
  byHand,
  outcome,
  status,
  error,
  response,
  durationMs,
  endedAt,
}: z.output<typeof Attempt>) {
  const t = useTranslations("transmission");
  const format = useFormat();
  return (
    <li className="grid gap-1 py-3">
      <p className="flex flex-wrap items-center gap-2">
        <span className="numerals font-bold">{number}.</span>
        <Badge tone={toneOf(outcome)}>{t(`outcome.${outcome}`)}</Badge>
        {status !== null && <span className="numerals">HTTP {status}</span>}
        {byHand && <Badge tone="neutral">{t("byHand")}</Badge>}
        <span className="numerals text-muted text-sm">
          {format.date(endedAt)} · {format.number(durationMs)} ms
        </span>
      </p>
      {error && <p className="break-words text-danger-fg text-sm">{error}</p>}
      {response && (
        <pre className="overflow-x-auto whitespace-pre-wrap break-all font-mono text-muted text-sm">
          {response}
        </pre>
      )}
    </li>
  );
}
