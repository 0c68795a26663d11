"use client";
import { useTranslations } from "next-intl";
import { shortCodeOf } from "#server/platform/values/id-forms.ts";
import { useFormat } from "../i18n/format.ts";
import { Alert } from "../ui/alert.tsx";
import { Badge } from "../ui/badge.tsx";
import type { Tone } from "../ui/tone.ts";
import { toneOfAnswer } from "./answer-screen.tsx";
import type { Answer, DoorState } from "./session.ts";

const TONES: Readonly<Record<ReturnType<typeof toneOfAnswer>, Tone>> = {
  green: "success",
  amber: "warning",
  red: "danger",
};

/** What this device scanned last, and what came out otherwise than doors without a network had decided. */
export function ScanLog({ answers, door }: Pick<DoorState, "answers" | "door">) {
  const t = useTranslations("door");
  return (
    <>
      {door && door.conflicts.length > 0 && <Conflicts conflicts={door.conflicts} />}
      <section aria-labelledby="scan-log" className="grid gap-2">
        <h2 id="scan-log" className="font-bold text-lg">
          {t("log")}
        </h2>
        {answers.length === 0 ? (
          <p className="text-muted">{t("logEmpty")}</p>
        ) : (
          <ul className="grid gap-1">
            {answers.map((answer) => (
              <LogLine key={answer.key} answer={answer} />
            ))}
          </ul>
        )}
      </section>
    </>
  );
}

function LogLine({ answer }: { answer: Answer }) {
  const t = useTranslations("door");
  const format = useFormat();
  const { outcome, later, ticket, at } = answer;
  return (
    <li className="numerals flex flex-wrap items-center gap-x-3 gap-y-1 border-line border-b py-2 text-sm">
      <span>{format.date(new Date(at), "timeWithSeconds")}</span>
      <Badge tone={TONES[toneOfAnswer(answer)]}>{t(`outcome.${outcome}`)}</Badge>
      {later && <Badge tone="danger">{t("later", { outcome: t(`outcome.${later}`) })}</Badge>}
      {ticket && <span className="text-muted">{shortCodeOf(ticket.id)}</span>}
    </li>
  );
}

/** People who came in though they should not have, at any door of the event session. */
function Conflicts({ conflicts }: { conflicts: NonNullable<DoorState["door"]>["conflicts"] }) {
  const t = useTranslations("door");
  const format = useFormat();
  return (
    <Alert tone="danger" title={t("conflicts", { count: conflicts.length })}>
      <ul className="numerals grid gap-1 text-sm">
        {conflicts.slice(0, 5).map(({ ticketId, code, kind, entrance, scannedAt, first }) => (
          <li key={`${ticketId} ${scannedAt}`}>
            {t(`conflict.${kind}`, {
              ...{ code, entrance, at: format.date(scannedAt, "timeWithSeconds") },
              firstEntrance: first?.entrance ?? "",
              firstAt: first ? format.date(first.scannedAt, "timeWithSeconds") : "",
            })}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
