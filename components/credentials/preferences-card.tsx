"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { ProblemAlert } from "../errors/problem-alert.tsx";
import { LanguageSwitch } from "../preferences/language-switch.tsx";
import type { Theme } from "../preferences/theme.ts";
import { ThemeSwitch } from "../preferences/theme-switch.tsx";
import { useTRPC } from "../trpc/client.ts";
import { Card } from "../ui/card.tsx";

interface PreferencesCardProps {
  theme: Theme;
  /** In which language mails are; null where they are in both. */
  mailLanguage: "ko" | "en" | null;
}

/** The language of pages and mails, and how pages look. */
export function PreferencesCard({ theme, mailLanguage }: PreferencesCardProps) {
  const t = useTranslations("credentials.preferences");
  const tShell = useTranslations("shell");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const keep = useMutation(
    trpc.auth.setLanguage.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: trpc.credentials.mine.queryKey({}) }),
    }),
  );
  return (
    <Card aria-labelledby="account-preferences" className="grid gap-4">
      <h2 id="account-preferences" className="font-bold text-xl">
        {t("title")}
      </h2>
      <ProblemAlert error={keep.error} />
      <div className="grid justify-items-start gap-2">
        <LanguageSwitch keepFirst={(language, show) => keep.mutate({ language }, { onSuccess: show })} />
        <p className="text-muted text-sm">
          {mailLanguage ? t("mailIn", { language: tShell(`languages.${mailLanguage}`) }) : t("mailInBoth")}
        </p>
        <ThemeSwitch drawn={theme} />
      </div>
    </Card>
  );
}
