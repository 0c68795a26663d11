import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { NowPage } from "#components/operator/sales/now-page.tsx";
import { RequireAdmin } from "#components/operator/shell/require-admin.tsx";
import { LightPage } from "../../light-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sales"))("title") };
}

export default function Page() {
  return (
    <PageMessages of={["alert", "approval", "catalog", "destination", "loginEnded", "sales"]}>
      <RequireAdmin>
        <LightPage name="adminNow" view={NowPage} props={{}} />
      </RequireAdmin>
    </PageMessages>
  );
}
