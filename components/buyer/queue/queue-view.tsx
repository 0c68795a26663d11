"use client";
import { useTranslations } from "next-intl";
import type { EventSessionId } from "#server/catalog/contract.ts";
import type { InventoryLevel } from "#server/catalog/values.ts";
import type { QueueStanding, WaitRange } from "#server/queue/contract.ts";
import { useFormat } from "../../i18n/format.ts";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { Progress } from "../../ui/progress.tsx";
import { LevelBadge } from "../catalog/sale-badge.tsx";
import { PeopleLane } from "./people-lane.tsx";
import { PromiseKept } from "./promise-kept.tsx";
import { QueueNotes } from "./queue-notes.tsx";
import { type Connection, QueuePulse } from "./queue-pulse.tsx";
import { Standstill } from "./standstill.tsx";
import { usePacedText } from "./use-paced-text.ts";
import { waitText } from "./wait.ts";

export interface QueueViewProps {
  eventSessionId: EventSessionId;
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
        <dl className="grid justify-items-center gap-1 px-4 pt-8 pb-6 text-center sm:pt-10">
          <dt className="field-name">{t("myNumber")}</dt>
          <dd
            className="figure text-[clamp(6rem,26vw,10rem)] data-long:text-[clamp(3.75rem,17vw,10rem)]"
            data-long={number > 9999 || undefined}
          >
            {format.number(number)}
          </dd>
        </dl>
        <div className="px-6 sm:px-8">
          <PeopleLane ahead={ahead} peoplePerMinute={stopped ? null : props.peoplePerMinute} />
        </div>
        <dl className="grid grid-cols-2 px-6 py-6 sm:px-8">
          <Figure name={t("ahead")}>{t("people", { count: ahead })}</Figure>
          <Figure name={t("eta")}>{eta}</Figure>
        </dl>
        <div className="grid gap-5 p-6 tear-x sm:p-8">
          <Progress percent={percent} label={t("progress")} valueText={t("progressText", { ahead })} />
          {props.wait && !stopped && (
            <PromiseKept eventSessionId={props.eventSessionId} number={number} wait={props.wait} />
          )}
          <dl className="grid grid-cols-2 gap-x-6 gap-y-5 sm:grid-cols-3">
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

function Figure({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div className="grid content-start gap-1.5">
      <dt className="field-name">{name}</dt>
      <dd className="numerals font-extrabold text-2xl leading-tight sm:text-3xl">{children}</dd>
    </div>
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
