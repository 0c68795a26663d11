import type { Metadata } from "next";
import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import { RequireLogin } from "#components/auth/require-login.tsx";
import { AccountPage } from "#components/credentials/account-page.tsx";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { asTheme, themeCookie } from "#components/preferences/theme.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("credentials"))("title") };
}

export default async function Page() {
  const theme = asTheme((await cookies()).get(themeCookie)?.value);
  return (
    <PageMessages of={["auth", "credentials", "devices", "loginEnded"]}>
      <RequireLogin>
        <AccountPage theme={theme} />
      </RequireLogin>
    </PageMessages>
  );
}
