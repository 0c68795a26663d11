"use client";
import { useTranslations } from "next-intl";
import type { SaleDetail, SaleFigures } from "#server/sales/contract.ts";

interface FunnelProps {
  sale: SaleFigures;
  perMinute?: SaleDetail["perMinute"];
}

/** How many people or tickets are at each step of the purchase, and how fast they come. */
export function Funnel({ sale, perMinute = null }: FunnelProps) {
  const t = useTranslations("sales");
  const { queue, held, paying, sold } = sale;
  const steps = [
    { name: "waiting", people: queue?.waiting, rate: perMinute?.joined },
    { name: "admitted", people: queue?.admitted, rate: perMinute?.letIn },
    { name: "held", tickets: held },
    { name: "paying", tickets: paying },
    { name: "sold", tickets: sold, rate: perMinute?.sold },
  ] as const;
  return (
    <div className="grid gap-2">
      <ol className="grid grid-cols-2 gap-x-4 gap-y-3 sm:grid-cols-5">
        {steps.map((step) => (
          <li key={step.name} className="grid content-start">
            <span className="field-name">{t(`steps.${step.name}`)}</span>
            <span className="numerals font-bold text-lg">
              {"tickets" in step
                ? t("tickets", { count: step.tickets })
                : step.people === undefined
                  ? "–"
                  : t("people", { count: step.people })}
            </span>
            {"rate" in step && typeof step.rate === "number" && (
              <span className="numerals text-muted text-sm">{t("perMinute", { count: step.rate })}</span>
            )}
          </li>
        ))}
      </ol>
      {queue === null && <p className="font-semibold text-danger-fg text-sm">{t("queueUnknown")}</p>}
    </div>
  );
}
