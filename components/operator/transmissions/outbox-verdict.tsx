"use client";
import { useTranslations } from "next-intl";
import type { DestinationSummary } from "#server/transmissions/contract.ts";
import { useFormat } from "../../i18n/format.ts";
import { Alert } from "../../ui/alert.tsx";
import { LinkButton } from "../../ui/button.tsx";
import type { Tone } from "../../ui/tone.ts";
import { hrefOf } from "./filter.ts";
import { useCounted } from "./use-counted.ts";
import { type Verdict, verdictOn } from "./verdict.ts";

const tones: Record<Verdict["kind"], Tone> = {
  delivered: "success",
  waiting: "info",
  late: "warning",
  failing: "warning",
  paused: "warning",
  dead: "danger",
};

/** Did everything arrive? In one sentence, with what to do where it did not. */
export function OutboxVerdict({ outbox }: { outbox: readonly DestinationSummary[] }) {
  const t = useTranslations("transmission");
  const tDestination = useTranslations("destination");
  const format = useFormat();
  const counted = useCounted();
  const verdict = verdictOn(outbox);
  const values = {
    count: "count" in verdict ? counted(verdict.count) : "",
    age: "oldestSeconds" in verdict ? format.duration(verdict.oldestSeconds) : "",
    destinations:
      "destinations" in verdict ? verdict.destinations.map((each) => tDestination(each)).join(", ") : "",
  };
  return (
    <Alert
      tone={tones[verdict.kind]}
      title={t(`verdict.${verdict.kind}.title`, values)}
      action={
        verdict.kind === "dead" && (
          <LinkButton href={hrefOf({ status: "DEAD" })} look="secondary" scroll={false}>
            {t("verdict.dead.action")}
          </LinkButton>
        )
      }
    >
      <p>{t(`verdict.${verdict.kind}.body`, values)}</p>
    </Alert>
  );
}
