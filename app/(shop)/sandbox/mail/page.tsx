import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RequireLogin } from "#components/auth/require-login.tsx";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { MailboxPage } from "#components/sandbox/mailbox-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("mailbox"))("title") };
}

export default function Page() {
  return (
    <PageMessages of={["loginEnded", "mailbox"]}>
      <RequireLogin>
        <MailboxPage />
      </RequireLogin>
    </PageMessages>
  );
}
