import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { RequireAdmin } from "#components/operator/shell/require-admin.tsx";
import { ReceiverPage } from "#components/sandbox/receiver-page.tsx";
import { LightPage } from "../../../light-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("receiver"))("title") };
}

export default function Page() {
  return (
    <PageMessages of={["loginEnded", "receiver"]}>
      <RequireAdmin>
        <LightPage name="receiver" view={ReceiverPage} props={{}} />
      </RequireAdmin>
    </PageMessages>
  );
}
