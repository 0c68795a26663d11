"use client";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { holdMachine } from "#server/holds/machine.ts";
import type { Notification } from "#server/notifications/contract.ts";
import { orderMachine } from "#server/orders/machine.ts";
import { paymentMachine, refundMachine } from "#server/payments/machine.ts";
import { shippingMachine } from "#server/shipping/machine.ts";
import { transmissionMachine } from "#server/transmissions/machine.ts";
import { Moment } from "../../clock/moment.tsx";
import { useReason } from "../../states/use-reason.ts";
import { useStateName } from "../../states/use-state-name.ts";
import { classNames } from "../../ui/class-names.ts";
import type { OrderReport } from "./order-report.ts";

type Happening = OrderReport["timeline"][number];

const MACHINES = {
  order: orderMachine,
  payment: paymentMachine,
  hold: holdMachine,
  refund: refundMachine,
  shipping: shippingMachine,
};

const isMachine = (subject: string): subject is keyof typeof MACHINES => Object.hasOwn(MACHINES, subject);

interface TimelineProps {
  happenings: readonly Happening[];
  buyerId: string;
  /** Milliseconds since 1970; null on the server. */
  now: number | null;
}

/** What happened to an order and all that belongs to it, the first thing first. */
export function Timeline({ happenings, buyerId, now }: TimelineProps) {
  const t = useTranslations("adminOrder");
  const reasonOf = useReason();
  return (
    <section aria-labelledby="timeline" className="grid gap-4">
      <h2 id="timeline" className="font-bold text-xl">
        {t("timeline")}
      </h2>
      <ol className="overflow-hidden rounded-lg border border-line bg-surface">
        {happenings.map((each) => (
          <li
            key={[each.at, each.kind, each.id, each.subject, each.what, each.from].join(" ")}
            className={classNames(
              "grid gap-x-6 gap-y-1 border-line border-b p-4 last:border-b-0 sm:grid-cols-[12rem_minmax(0,1fr)]",
              each.kind === "note" && "bg-info-bg",
            )}
          >
            <Moment at={each.at} now={now} />
            <div className="min-w-0">
              <p className="flex flex-wrap items-baseline gap-x-2">
                <span className="text-muted text-sm">{t(`kinds.${each.kind}`)}</span>
                <What happening={each} buyerId={buyerId} />
              </p>
              {each.detail && each.kind !== "transmission" && (
                <p
                  className={classNames("whitespace-pre-wrap", each.kind !== "note" && "text-muted text-sm")}
                >
                  {each.kind === "step" ? reasonOf(each.detail) : each.detail}
                </p>
              )}
              <p className="break-all font-mono text-[0.8125rem] text-muted">
                {[each.id, each.actorId].filter(Boolean).join(" · ")}
              </p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function What({ happening, buyerId }: { happening: Happening; buyerId: string }) {
  const { kind, subject, id, what, from, by, actorId, detail } = happening;
  const t = useTranslations("adminOrder");
  const tDestination = useTranslations("destination");
  const tOutcome = useTranslations("transmission.outcome");
  const tNotification = useTranslations("notification.texts");
  const nameState = useStateName();
  const actor = by === "user" ? (actorId === buyerId ? "buyer" : "staff") : by;
  const who =
    actor === "buyer" || actor === "staff" || actor === "system" || actor === "anonymous"
      ? t(`by.${actor}`)
      : null;
  if (kind === "step" && isMachine(subject)) {
    const machine = MACHINES[subject] as typeof orderMachine;
    return (
      <span className="font-semibold">
        {t(`machines.${subject}`)}: {from ? `${nameState(machine, from as "pending")} → ` : ""}
        {nameState(machine, what as "pending")}
        {who && <span className="font-normal text-muted text-sm"> · {who}</span>}
      </span>
    );
  }
  if (kind === "transmission" || kind === "attempt")
    return (
      <Link href={`/admin/transmissions/${id}`} className="font-semibold">
        {tDestination(subject as "email")}:{" "}
        {kind === "attempt"
          ? tOutcome(what as "sent")
          : `${what} (${nameState(transmissionMachine, detail as "SENT")})`}
      </Link>
    );
  if (kind === "queue")
    return <span className="font-semibold">{t("enteredAs", { number: Number(what) })}</span>;
  if (kind === "notification")
    return <span className="font-semibold">{tNotification(what as Notification["kind"])}</span>;
  return (
    <span className="break-all font-semibold">
      {kind === "note" ? "" : what}
      {who && <span className="font-normal text-muted text-sm"> {who}</span>}
    </span>
  );
}
