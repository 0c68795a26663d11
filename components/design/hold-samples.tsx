import { useTranslations } from "next-intl";
import { PurchaseBar } from "../buyer/checkout/purchase-bar.tsx";
import { LinkButton } from "../ui/button.tsx";

const STATES = [
  { step: "choice", tone: "info", left: 254 },
  { step: "held", tone: "info", left: 118 },
  { step: "checkout", tone: "warning", left: 58 },
  { step: "pay", tone: "danger", left: 17 },
] as const;

/** The bar that says where a purchase stands and how long tickets are kept. */
export function HoldSamples() {
  const t = useTranslations("design");
  return STATES.map(({ step, tone, left }) => (
    <PurchaseBar
      key={step}
      {...{ step, tone, left }}
      label={t("left")}
      sentence={t("held")}
      note={tone === "info" ? null : t("hurry")}
      {...(step !== "choice" && { amountKrw: 60_000 })}
      action={<LinkButton href="#content">{t("act")}</LinkButton>}
      place="page"
    />
  ));
}
