import { Check, Circle } from "lucide-react";
import { useTranslations } from "next-intl";
import { PASSWORD_RULES, type PasswordRule } from "#server/auth/values.ts";

/** The rules and which of them the password keeps by now. */
export function PasswordRules({ broken }: { broken: readonly PasswordRule[] }) {
  const t = useTranslations("auth");
  return (
    <ul aria-label={t("rulesTitle")} className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
      {PASSWORD_RULES.map((rule) => {
        const met = !broken.includes(rule);
        const Icon = met ? Check : Circle;
        return (
          <li key={rule} className={`flex items-center gap-1.5 ${met ? "text-success-fg" : "text-muted"}`}>
            <Icon className="size-3.5" aria-hidden="true" />
            {t(`rules.${rule}`)}
            <span className="sr-only">({t(met ? "ruleMet" : "ruleUnmet")})</span>
          </li>
        );
      })}
    </ul>
  );
}
