"use client";
import { useLocale, useTranslations } from "next-intl";
import { type Locale, locales } from "../i18n/locale.ts";
import { SwitchRow } from "./switch-row.tsx";
import { useShowIn } from "./use-show-in.ts";

interface LanguageSwitchProps {
  /** Keeps the choice elsewhere before the page is shown in it. */
  keepFirst?: (language: Locale, show: () => void) => void;
}

/** In which language pages are. */
export function LanguageSwitch({ keepFirst }: LanguageSwitchProps) {
  const t = useTranslations("shell");
  const { drawing, showIn } = useShowIn();
  return (
    <SwitchRow
      legend={t("language")}
      options={locales.map((value) => ({ value, label: t(`languages.${value}`), lang: value }))}
      current={useLocale()}
      busy={drawing}
      onChoose={(language) => (keepFirst ? keepFirst(language, () => showIn(language)) : showIn(language))}
    />
  );
}
