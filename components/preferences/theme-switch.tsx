"use client";
import { useTranslations } from "next-intl";
import { SwitchRow } from "./switch-row.tsx";
import { type Theme, themes } from "./theme.ts";
import { chooseTheme, useTheme } from "./use-theme.ts";

/** How pages look. */
export function ThemeSwitch({ drawn }: { drawn: Theme }) {
  const t = useTranslations("shell");
  return (
    <SwitchRow
      legend={t("theme")}
      options={themes.map((value) => ({ value, label: t(`themes.${value}`) }))}
      current={useTheme(drawn)}
      onChoose={chooseTheme}
    />
  );
}
