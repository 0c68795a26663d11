import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import { asTheme, themeCookie } from "#components/preferences/theme.ts";
import { AppShell } from "#components/shell/app-shell.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

export default async function NotFound() {
  const [t, cookieStore] = await Promise.all([getTranslations("shell.notFound"), cookies()]);
  return (
    <AppShell theme={asTheme(cookieStore.get(themeCookie)?.value)}>
      <EmptyState title={<h1>{t("title")}</h1>} action={<LinkButton href="/">{t("action")}</LinkButton>}>
        {t("body")}
      </EmptyState>
    </AppShell>
  );
}
