import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { USUAL_DEADLINE_HOURS } from "#server/terms/values.ts";
import { useFeeText } from "../buyer/catalog/cancel-fees.tsx";
import { useFormat } from "../i18n/format.ts";
import { DescriptionList } from "../ui/description-list.tsx";
import { PageHeader } from "../ui/page-header.tsx";

interface RefundPolicyProps {
  freeDays: number;
  steps: readonly { untilDaysBefore: number; krw: number | null; percent: number; feeKrw: number }[];
  /** The price, in KRW, of the ticket in the examples. */
  exampleKrw: number;
}

/** What giving a ticket back costs, from the fees that the shop takes. */
export function RefundPolicy({ freeDays, steps, exampleKrw }: RefundPolicyProps) {
  const t = useTranslations("refundPolicy");
  const feeText = useFeeText();
  const format = useFormat();
  const { usual, saturday } = USUAL_DEADLINE_HOURS;
  const price = format.krw(exampleKrw);
  return (
    <article className="grid max-w-3xl gap-8">
      <PageHeader title={t("title")} lead={t("lead")} />
      <Part title={t("how")}>{t("howBody", { usual: `${usual}:00`, saturday: `${saturday}:00` })}</Part>
      <Part title={t("fees")}>{t("free", { days: freeDays, before: steps[0]?.untilDaysBefore ?? 0 })}</Part>
      <DescriptionList
        items={steps.map((step) => ({
          term: t("until", { days: step.untilDaysBefore }),
          detail: (
            <span className="grid gap-0.5">
              {feeText(step)}
              <span className="text-muted text-sm">
                {t("example", { price, fee: format.krw(step.feeKrw) })}
              </span>
            </span>
          ),
        }))}
      />
      <Part title={t("cancelled")}>{t("cancelledBody")}</Part>
      <Part title={t("money")}>{t("moneyBody")}</Part>
    </article>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid gap-2">
      <h2 className="font-bold text-xl">{title}</h2>
      <p>{children}</p>
    </section>
  );
}
