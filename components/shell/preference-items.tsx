"use client";
import { useMutation } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { locales } from "../i18n/locale.ts";
import { showIn } from "../preferences/show-in.ts";
import { themes } from "../preferences/theme.ts";
import { chooseTheme, useTheme } from "../preferences/use-theme.ts";
import { useTRPC } from "../trpc/client.ts";
import { MenuChoice, MenuSeparator } from "../ui/menu-items.tsx";

/** Language and look in the account menu. The language is kept with the account too, so that mails come in it. */
export function PreferenceItems() {
  const t = useTranslations("shell");
  const locale = useLocale();
  const trpc = useTRPC();
  // The page that comes in the new language says in which one mails are, so the account has to know first.
  const keep = useMutation(
    trpc.auth.setLanguage.mutationOptions({ onSettled: (_, __, { language }) => showIn(language) }),
  );
  return (
    <>
      <MenuChoice
        legend={t("language")}
        current={locale}
        options={locales.map((value) => ({ value, label: t(`languages.${value}`), lang: value }))}
        onChoose={(language) => keep.mutate({ language })}
        closes
      />
      <MenuSeparator />
      <MenuChoice
        legend={t("theme")}
        current={useTheme("system")}
        options={themes.map((value) => ({ value, label: t(`themes.${value}`) }))}
        onChoose={chooseTheme}
      />
    </>
  );
}
