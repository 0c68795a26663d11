import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { HealthHistory } from "#components/operator/health/health-history.tsx";
import { HealthPage } from "#components/operator/health/health-page.tsx";
import { RequireAdmin } from "#components/operator/shell/require-admin.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("health"))("title") };
}

export default function Page() {
  return (
    <PageMessages of={["health", "loginEnded", "state"]}>
      <HealthPage>
        <RequireAdmin>
          <HealthHistory />
        </RequireAdmin>
      </HealthPage>
    </PageMessages>
  );
}
