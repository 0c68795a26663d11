"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Countdown } from "../../clock/countdown.tsx";
import { useFormat } from "../../i18n/format.ts";
import { classNames } from "../../ui/class-names.ts";
import { toneStyles } from "../../ui/tone.ts";

/** The steps of a purchase in their order. */
const STEPS = ["choice", "held", "checkout", "pay"] as const;
export type PurchaseStep = (typeof STEPS)[number];

interface PurchaseBarProps {
  step: PurchaseStep;
  /** What the seconds are; the time left of the hold unless it says so. */
  label?: string;
  left: number | null;
  /** What is kept until then. */
  sentence: string;
  /** What is read out once when it appears; the seconds themselves never are. */
  note: string | null;
  tone: "info" | "warning" | "danger";
  /** Left out where nothing is chosen yet. */
  amountKrw?: number;
  /** The next act. */
  action?: ReactNode;
  /** How the last act ended, read where the person looks. */
  notice?: ReactNode;
  /** `dock`: always in sight at the lower end of the screen. `page`: where it stands, for pages that have something else there. */
  place: "dock" | "page";
}

/** Where a purchase stands: its step, the time left, what it costs, and the next act. */
export function PurchaseBar(props: PurchaseBarProps) {
  const { step, label, left, sentence, note, tone, amountKrw, action, notice, place } = props;
  const t = useTranslations("purchaseBar");
  const format = useFormat();
  return (
    <div
      data-purchase-bar={place}
      className={classNames(
        "grid gap-2 print:hidden",
        place === "dock" &&
          "fixed inset-x-2 bottom-[calc(4.25rem+env(safe-area-inset-bottom))] z-20 mx-auto max-w-4xl md:bottom-3",
      )}
    >
      <div className="max-h-[40dvh] overflow-y-auto rounded-md bg-surface empty:hidden">{notice}</div>
      <section
        aria-label={label ?? t("left")}
        className={classNames(
          "grid gap-2 rounded-lg border px-4 py-3 shadow-raised sm:px-5",
          toneStyles[tone],
        )}
      >
        <Steps current={step} />
        <div className="flex flex-wrap items-center justify-between gap-x-5 gap-y-2">
          <p className="grid min-w-0 flex-1 text-sm leading-snug">
            <span className="line-clamp-2 font-semibold">{sentence}</span>
            <span aria-live="assertive" className={tone === "info" ? undefined : "font-bold"}>
              {note}
            </span>
          </p>
          <p className="grid shrink-0 justify-items-end">
            <span className="font-semibold text-xs">{label ?? t("left")}</span>
            <Countdown left={left} className="text-2xl" />
          </p>
          {amountKrw !== undefined && (
            <p className="grid shrink-0 justify-items-end">
              <span className="font-semibold text-xs">{t("total")}</span>
              <span className="numerals font-extrabold text-lg leading-6">{format.krw(amountKrw)}</span>
            </p>
          )}
          {action && <div className="grid max-sm:basis-full">{action}</div>}
        </div>
      </section>
    </div>
  );
}

/** The steps as segments of a line, with the current one in words. */
function Steps({ current }: { current: PurchaseStep }) {
  const t = useTranslations("purchaseBar");
  const at = STEPS.indexOf(current);
  return (
    <ol aria-label={t("steps.label")} className="grid grid-cols-4 gap-1.5">
      {STEPS.map((step, index) => (
        <li
          key={step}
          aria-current={step === current ? "step" : undefined}
          className={classNames(
            "border-t-4 pt-0.5 text-xs leading-tight",
            index <= at ? "border-current" : "border-line-strong",
            step === current && "font-bold",
          )}
        >
          {t(`steps.${step}`)}
        </li>
      ))}
    </ol>
  );
}
