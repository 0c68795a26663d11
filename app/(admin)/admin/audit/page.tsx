import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { AuditPage } from "#components/operator/audit/audit-page.tsx";
import { RequireAdmin } from "#components/operator/shell/require-admin.tsx";
import { LightPage } from "../../../light-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("audit"))("title") };
}

export default function Page() {
  return (
    <PageMessages of={["audit", "loginEnded", "table"]}>
      <RequireAdmin>
        <LightPage name="adminAudit" view={AuditPage} props={{}} />
      </RequireAdmin>
    </PageMessages>
  );
}
