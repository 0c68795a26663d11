import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { HealthPage } from "#components/operator/health/health-page.tsx";
import { LightPage } from "../../../light-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("health"))("title") };
}

export default function Page() {
  return (
    <PageMessages of={["health", "loginEnded", "state"]}>
      <LightPage name="adminHealth" view={HealthPage} props={{}} />
    </PageMessages>
  );
}
