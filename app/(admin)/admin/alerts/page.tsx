import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { AlertsPage } from "#components/operator/alerts/alerts-page.tsx";
import { RequireAdmin } from "#components/operator/shell/require-admin.tsx";
import { LightPage } from "../../../light-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("alert"))("title") };
}

export default function Page() {
  return (
    <PageMessages of={["alert", "destination", "loginEnded"]}>
      <RequireAdmin>
        <LightPage name="adminAlerts" view={AlertsPage} props={{}} />
      </RequireAdmin>
    </PageMessages>
  );
}
