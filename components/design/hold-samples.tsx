import { useTranslations } from "next-intl";
import { DeadlineBar } from "../clock/deadline-bar.tsx";
import { LinkButton } from "../ui/button.tsx";

const STATES = [
  { tone: "info", left: 254 },
  { tone: "warning", left: 58 },
  { tone: "danger", left: 17 },
] as const;

/** The bar that says how long tickets are kept. */
export function HoldSamples() {
  const t = useTranslations("design");
  return STATES.map(({ tone, left }) => (
    <div key={tone} className="relative">
      <DeadlineBar
        label={t("left")}
        left={left}
        tone={tone}
        sentence={t("held")}
        note={tone === "info" ? null : t("hurry")}
        action={<LinkButton href="#content">{t("act")}</LinkButton>}
      />
    </div>
  ));
}
