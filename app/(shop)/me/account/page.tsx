import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RequireLogin } from "#components/auth/require-login.tsx";
import { AccountPage } from "#components/credentials/account-page.tsx";
import { PageMessages } from "#components/i18n/page-messages.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("credentials"))("title") };
}

export default function Page() {
  return (
    <PageMessages of={["auth", "credentials", "loginEnded"]}>
      <RequireLogin>
        <AccountPage />
      </RequireLogin>
    </PageMessages>
  );
}
