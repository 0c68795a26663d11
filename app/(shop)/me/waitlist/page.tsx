import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RequireLogin } from "#components/auth/require-login.tsx";
import { MyWaitlist } from "#components/buyer/waitlist/my-waitlist.tsx";
import { PageMessages } from "#components/i18n/page-messages.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("waitlist"))("title") };
}

export default function Page() {
  return (
    <PageMessages of={["loginEnded", "push", "state", "waitlist"]}>
      <RequireLogin>
        <MyWaitlist />
      </RequireLogin>
    </PageMessages>
  );
}
