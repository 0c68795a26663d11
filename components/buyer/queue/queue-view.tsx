"use client";
import { useTranslations } from "next-intl";
import type { InventoryLevel } from "#server/catalog/values.ts";
import type { QueueStanding, WaitRange } from "#server/queue/contract.ts";
import { useFormat } from "../../i18n/format.ts";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { Progress } from "../../ui/progress.tsx";
import { LevelBadge } from "../catalog/sale-badge.tsx";
import { QueueNotes } from "./queue-notes.tsx";
import { type Connection, QueuePulse } from "./queue-pulse.tsx";
import { Standstill } from "./standstill.tsx";
import { usePacedText } from "./use-paced-text.ts";
import { waitText } from "./wait.ts";

export interface QueueViewProps {
  /** The place in the order of arrival; it never changes. */
  number: number;
  ahead: number;
  /** How many were ahead when this page first looked: the far end of the progress bar. */
  aheadAtStart: number;
  total: number;
  wait: WaitRange | null;
  /** How many people the queue lets in, as measured; null until it has moved. */
  peoplePerMinute: number | null;
  level: InventoryLevel;
  /** When the figures last arrived, in milliseconds of the server's clock. */
  updatedAtMs: number;
  connection: Connection;
  standing: QueueStanding;
  leaving: boolean;
  onLeave: () => void;
}

/** The waiting room: the person's number, how many are ahead, and the estimated wait. */
export function QueueView(props: QueueViewProps) {
  const t = useTranslations("queue");
  const format = useFormat();
  const { number, ahead, aheadAtStart } = props;
  const stopped = props.standing !== "MOVING";
  // Sighted people and screen readers get the same text.
  const eta = stopped ? t("stopped") : waitText(props.wait, { t, duration: format.duration });
  const announcement = usePacedText(t("announce", { ahead, eta }));
  const percent = aheadAtStart > 0 ? Math.min(100, Math.max(0, (1 - ahead / aheadAtStart) * 100)) : 100;

  return (
    <div className="mx-auto grid w-full max-w-3xl gap-6">
      <Standstill standing={props.standing} />
      <section className="overflow-hidden rounded-lg border border-line bg-surface shadow-sheet">
        <div className="grid sm:grid-cols-[1fr_1fr]">
          <Figure name={t("myNumber")} value={format.number(number)} />
          <div className="max-sm:tear-x sm:tear-y">
            <Figure name={t("ahead")} value={t("people", { count: ahead })} />
          </div>
        </div>
        <div className="grid gap-5 border-line border-t p-6 sm:p-8">
          <Progress percent={percent} label={t("progress")} valueText={t("progressText", { ahead })} />
          <dl className="grid grid-cols-2 gap-x-6 gap-y-5 sm:grid-cols-4">
            <Small name={t("eta")}>{eta}</Small>
            <Small name={t("speed")}>
              {stopped && t("stopped")}
              {!stopped && props.peoplePerMinute === null && t("etaUnknown")}
              {!stopped &&
                props.peoplePerMinute !== null &&
                t("speedValue", { count: props.peoplePerMinute })}
            </Small>
            <Small name={t("total")}>{t("people", { count: props.total })}</Small>
            <Small name={t("stock")}>
              <LevelBadge level={props.level} />
            </Small>
          </dl>
          <QueuePulse connection={props.connection} stopped={stopped} updatedAtMs={props.updatedAtMs} />
        </div>
      </section>
      <p aria-live="polite" className="sr-only">
        {announcement}
      </p>
      <QueueNotes />
      <ConfirmButton
        look="quiet"
        className="justify-self-center"
        label={t("leave")}
        title={t("leaveTitle")}
        description={t("leaveBody", { number })}
        confirmLabel={t("leaveConfirm")}
        keepLabel={t("stay")}
        pending={props.leaving}
        onConfirm={props.onLeave}
      />
    </div>
  );
}

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <dl className="grid gap-2 p-6 sm:p-8">
      <dt className="field-name">{name}</dt>
      <dd className="figure text-5xl sm:text-6xl">{value}</dd>
    </dl>
  );
}

function Small({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div className="grid content-start gap-1">
      <dt className="field-name">{name}</dt>
      <dd className="numerals font-bold">{children}</dd>
    </div>
  );
}
