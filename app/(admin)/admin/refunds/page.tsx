import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { RefundsPage } from "#components/operator/refunds/refunds-page.tsx";
import { RequireAdmin } from "#components/operator/shell/require-admin.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("refund"))("title") };
}

export default function Page() {
  return (
    <PageMessages of={["loginEnded", "refund", "refundReason", "state"]}>
      <RequireAdmin>
        <RefundsPage />
      </RequireAdmin>
    </PageMessages>
  );
}
