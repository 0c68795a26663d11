import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { ApprovalsPage } from "#components/operator/approvals/approvals-page.tsx";
import { RequireAdmin } from "#components/operator/shell/require-admin.tsx";
import { LightPage } from "../../../light-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("approval"))("title") };
}

export default function Page() {
  return (
    <PageMessages of={["approval", "loginEnded"]}>
      <RequireAdmin>
        <LightPage name="adminApprovals" view={ApprovalsPage} props={{}} />
      </RequireAdmin>
    </PageMessages>
  );
}
