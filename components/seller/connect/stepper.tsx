import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { classNames } from "../../ui/class-names.ts";
import { STEPS, type Step } from "./steps.ts";

/** Where the seller is: five steps, those behind marked as done. */
export function Stepper({ current }: { current: Step }) {
  const t = useTranslations("connect.steps");
  const at = STEPS.indexOf(current);
  return (
    <ol className="grid grid-cols-5 gap-2" aria-label={t("label")}>
      {STEPS.map((step, index) => (
        <li
          key={step}
          aria-current={index === at ? "step" : undefined}
          className={classNames(
            "grid content-start gap-1.5 border-t-4 pt-2 text-sm",
            index < at && "border-success-fg text-muted",
            index === at && "border-primary font-bold",
            index > at && "border-line text-muted",
          )}
        >
          <span className="numerals flex items-center gap-1">
            {index < at ? <Check className="size-4 text-success-fg" aria-hidden="true" /> : index + 1}
            {index < at && <span className="sr-only">{t("done")}</span>}
          </span>
          <span className={index === at ? "" : "max-sm:sr-only"}>{t(step)}</span>
        </li>
      ))}
    </ol>
  );
}
