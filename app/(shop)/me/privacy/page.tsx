import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RequireLogin } from "#components/auth/require-login.tsx";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { PrivacyPage } from "#components/privacy/privacy-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("privacy"))("title") };
}

export default function Page() {
  return (
    <PageMessages of={["auth", "loginEnded", "privacy"]}>
      <RequireLogin>
        <PrivacyPage />
      </RequireLogin>
    </PageMessages>
  );
}
