"use client";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { localeCookie, locales } from "../i18n/locale.ts";
import { keepPreference } from "../preferences/cookie.ts";
import { asTheme, themeCookie, themes } from "../preferences/theme.ts";
import { useTRPC } from "../trpc/client.ts";
import { MenuChoice, MenuSeparator } from "../ui/menu-items.tsx";

/** Language and look in the account menu. The language is kept with the account too, so that mails come in it. */
export function PreferenceItems() {
  const t = useTranslations("shell");
  const locale = useLocale();
  const router = useRouter();
  const trpc = useTRPC();
  const keep = useMutation(trpc.auth.setLanguage.mutationOptions());
  // The menu opens in the browser alone, on a page that is drawn.
  const [theme, setTheme] = useState(() => asTheme(document.documentElement.dataset.theme));
  return (
    <>
      <MenuChoice
        legend={t("language")}
        current={locale}
        options={locales.map((value) => ({ value, label: t(`languages.${value}`), lang: value }))}
        onChoose={(language) => {
          keepPreference(localeCookie, language);
          keep.mutate({ language });
          router.refresh();
        }}
      />
      <MenuSeparator />
      <MenuChoice
        legend={t("theme")}
        current={theme}
        options={themes.map((value) => ({ value, label: t(`themes.${value}`) }))}
        onChoose={(chosen) => {
          keepPreference(themeCookie, chosen);
          setTheme(chosen);
          router.refresh();
        }}
      />
    </>
  );
}
