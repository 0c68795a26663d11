import { useTranslations } from "next-intl";
import { CHECKOUT_SECONDS, HOLD_SECONDS } from "#server/holds/values.ts";
import { TRANSFER_HOURS_MAX } from "#server/transfers/values.ts";
import { useFormat } from "../i18n/format.ts";
import { PageHeader } from "../ui/page-header.tsx";
import { PolicyLink } from "./policy-link.tsx";
import { PolicySection } from "./policy-section.tsx";
import { POLICIES_IN_FORCE_SINCE } from "./since.ts";

const SECTIONS = [
  "scope",
  "account",
  "order",
  "hold",
  "payment",
  "refund",
  "ticket",
  "transfer",
  "conduct",
  "liability",
  "minors",
  "changes",
  "court",
] as const;

/** What the shop and its buyers owe one another. */
export function TermsOfUse({ business }: { business: string | undefined }) {
  const t = useTranslations("terms");
  const format = useFormat();
  const numbers = {
    holdMinutes: HOLD_SECONDS / 60,
    payMinutes: CHECKOUT_SECONDS / 60,
    transferHours: TRANSFER_HOURS_MAX,
  };
  return (
    <article className="grid max-w-3xl gap-8">
      <PageHeader title={t("title")} lead={t("lead", { business: business ?? t("shop") })} />
      {SECTIONS.map((section, index) => (
        <PolicySection
          key={section}
          title={`${index + 1}. ${t(`sections.${section}.title`)}`}
          text={t(`sections.${section}.text`, numbers)}
        >
          {section === "refund" && (
            <p>
              <PolicyLink href="/refund-policy">{t("refundLink")}</PolicyLink>
            </p>
          )}
        </PolicySection>
      ))}
      <p className="text-muted">{t("since", { date: format.date(POLICIES_IN_FORCE_SINCE, "date") })}</p>
    </article>
  );
}
