import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RequireLogin } from "#components/auth/require-login.tsx";
import { AccountPage } from "#components/credentials/account-page.tsx";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { chosenTheme } from "../../../theme.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("credentials"))("title") };
}

export default async function Page() {
  const theme = await chosenTheme();
  return (
    <PageMessages of={["auth", "credentials", "devices", "loginEnded"]}>
      <RequireLogin>
        <AccountPage theme={theme} />
      </RequireLogin>
    </PageMessages>
  );
}
