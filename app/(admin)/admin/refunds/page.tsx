import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { RefundsPage } from "#components/operator/refunds/refunds-page.tsx";
import { RequireAdmin } from "#components/operator/shell/require-admin.tsx";
import { LightPage } from "../../../light-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("refund"))("title") };
}

export default function Page() {
  return (
    <PageMessages of={["loginEnded", "refund", "refundReason", "state", "table"]}>
      <RequireAdmin>
        <LightPage name="adminRefunds" view={RefundsPage} props={{}} />
      </RequireAdmin>
    </PageMessages>
  );
}
