"use client";
import { useTranslations } from "next-intl";
import { shortCodeOf } from "#server/platform/values/id-forms.ts";
import { useFormat } from "../i18n/format.ts";
import { Alert } from "../ui/alert.tsx";
import { Badge } from "../ui/badge.tsx";
import type { Tone } from "../ui/tone.ts";
import { toneOfAnswer } from "./answer-screen.tsx";
import type { Answer, DoorState } from "./door-state.ts";

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
      {door && door.conflicts.length + door.guestConflicts.length > 0 && <Conflicts door={door} />}
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
  const { outcome, later, ticket, guest, at } = answer;
  return (
    <li className="numerals flex flex-wrap items-center gap-x-3 gap-y-1 border-line border-b py-2 text-sm">
      <span>{format.date(new Date(at), "timeWithSeconds")}</span>
      <Badge tone={TONES[toneOfAnswer(answer)]}>{t(`outcome.${outcome}`)}</Badge>
      {later && <Badge tone="danger">{t("later", { outcome: t(`outcome.${later}`) })}</Badge>}
      {ticket && <span className="text-muted">{shortCodeOf(ticket.id)}</span>}
      {guest && <span className="break-words text-muted">{t("guests.ofName", guest)}</span>}
    </li>
  );
}

/** People who came in though they should not have, at any door of the event session. */
function Conflicts({
  door: { conflicts, guestConflicts },
}: {
  door: Pick<NonNullable<DoorState["door"]>, "conflicts" | "guestConflicts">;
}) {
  const t = useTranslations("door");
  const format = useFormat();
  return (
    <Alert tone="danger" title={t("conflicts", { count: conflicts.length + guestConflicts.length })}>
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
        {guestConflicts.slice(0, 5).map(({ guestId, kind, name, people, entrance, arrivedAt }) => (
          <li key={`${guestId} ${arrivedAt}`}>
            {t(`conflict.${kind}`, { name, people, entrance, at: format.date(arrivedAt, "timeWithSeconds") })}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
