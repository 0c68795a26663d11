import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RequireLogin } from "#components/auth/require-login.tsx";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { NotificationsPage } from "#components/notifications/notifications-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("notification"))("title") };
}

export default function Page() {
  return (
    <PageMessages of={["devices", "loginEnded", "push"]}>
      <RequireLogin>
        <NotificationsPage />
      </RequireLogin>
    </PageMessages>
  );
}
