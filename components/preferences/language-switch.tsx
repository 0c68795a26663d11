"use client";
import { useLocale, useTranslations } from "next-intl";
import { type Locale, locales } from "../i18n/locale.ts";
import { showIn } from "./show-in.ts";
import { SwitchRow } from "./switch-row.tsx";

interface LanguageSwitchProps {
  /** Keeps the choice elsewhere before the page is shown in it. */
  keepFirst?: (language: Locale, show: () => void) => void;
}

/** In which language pages are. */
export function LanguageSwitch({ keepFirst }: LanguageSwitchProps) {
  const t = useTranslations("shell");
  return (
    <SwitchRow
      legend={t("language")}
      options={locales.map((value) => ({ value, label: t(`languages.${value}`), lang: value }))}
      current={useLocale()}
      onChoose={(language) => (keepFirst ? keepFirst(language, () => showIn(language)) : showIn(language))}
    />
  );
}
