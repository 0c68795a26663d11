import { useTranslations } from "next-intl";
import type { CancelFeeUntil } from "#server/terms/contract.ts";
import { useFormat } from "../../i18n/format.ts";
import { DescriptionList } from "../../ui/description-list.tsx";

interface CancelFeesProps {
  /** What giving a ticket back costs until when, the present first. */
  feesUntil: readonly CancelFeeUntil[];
}

/** What giving a ticket back costs: until when nothing, and the later steps where a reader asks for them. */
export function CancelFees({ feesUntil }: CancelFeesProps) {
  const t = useTranslations("catalog.fees");
  const lastDay = useLastDay();
  const feeText = useFeeText();
  const [first] = feesUntil;
  if (!first) return <p className="text-muted text-sm">{t("closed")}</p>;
  const lead =
    first.percent === 0
      ? t("freeUntil", { at: lastDay(first.until) })
      : t("now", { fee: feeText(first), at: lastDay(first.until) });
  if (feesUntil.length === 1 && first.percent === 0)
    return (
      <p className="numerals text-muted text-sm">
        {lead} {t("after")}
      </p>
    );
  return (
    <details className="numerals text-sm">
      <summary className="min-h-touch cursor-pointer content-center text-muted">
        {lead} <span className="font-semibold underline underline-offset-4">{t("title")}</span>
      </summary>
      <div className="grid gap-2.5 rounded-md bg-sunken p-4">
        <DescriptionList
          items={feesUntil.map((fee) => ({
            term: t("until", { at: lastDay(fee.until) }),
            detail: feeText(fee),
          }))}
        />
        <p className="text-muted">{t("after")}</p>
      </div>
    </details>
  );
}

/** A fee in words: nothing, an amount for each ticket, or a part of its price. */
export function useFeeText() {
  const t = useTranslations("catalog.fees");
  const format = useFormat();
  return ({ krw, percent }: Pick<CancelFeeUntil, "krw" | "percent">) => {
    if (percent === 0) return t("free");
    return krw === null ? t("percent", { percent }) : t("krw", { krw: format.krw(krw), percent });
  };
}

/** The end of a step: of one that ends with a day that day, as people say it, else the time too. */
export function useLastDay() {
  const format = useFormat();
  return (until: string) =>
    format.date(until, "time") === "00:00"
      ? format.date(new Date(Date.parse(until) - 1), "date")
      : format.date(until);
}
