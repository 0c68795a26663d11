"use client";
import { useTranslations } from "next-intl";
import { type ShippingState, shippingMachine } from "#server/shipping/machine.ts";
import { Moment } from "../clock/moment.tsx";
import { useReason } from "../states/use-reason.ts";
import { useStateName } from "../states/use-state-name.ts";
import type { ShippingReport } from "./shipping-row.ts";

interface HistoryProps extends Pick<ShippingReport, "timeline"> {
  /** Milliseconds since 1970; null on the server. */
  now: number | null;
}

/** What happened to a parcel, the first thing first. */
export function History({ timeline, now }: HistoryProps) {
  const t = useTranslations("shippingDesk.detail");
  const reasonOf = useReason();
  return (
    <section aria-labelledby="history" className="grid gap-4">
      <h2 id="history" className="font-bold text-xl">
        {t("history")}
      </h2>
      <ol className="overflow-hidden rounded-lg border border-line bg-surface">
        {timeline.map((each) => (
          <li
            key={[each.at, each.kind, each.what, each.from].join(" ")}
            className="grid gap-x-6 gap-y-1 border-line border-b p-4 last:border-b-0 sm:grid-cols-[12rem_minmax(0,1fr)]"
          >
            <Moment at={each.at} now={now} />
            <div className="min-w-0">
              <p className="font-semibold">
                <What event={each} />
                <span className="font-normal text-muted text-sm"> · {t(`by.${each.by}`)}</span>
              </p>
              {each.detail && (
                <p className="whitespace-pre-wrap text-muted text-sm">{reasonOf(each.detail)}</p>
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function What({ event: { kind, from, what } }: { event: ShippingReport["timeline"][number] }) {
  const t = useTranslations("shippingDesk.detail");
  const nameState = useStateName();
  const name = (state: string) => nameState(shippingMachine, state as ShippingState);
  if (kind === "correction") return t("correction", { what });
  if (kind === "look") return t(what === "print" ? "printed" : "look");
  return `${from === null ? "" : `${name(from)} → `}${name(what)}`;
}
