import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { RefundsPage } from "#components/operator/refunds/refunds-page.tsx";
import { RequireAdmin } from "#components/operator/shell/require-admin.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("refund"))("title") };
}

export default function Page() {
  return (
    <PageMessages of={["loginEnded", "refund", "refundReason", "state", "table"]}>
      <RequireAdmin>
        <Suspense>
          <RefundsPage />
        </Suspense>
      </RequireAdmin>
    </PageMessages>
  );
}
