import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { UnknownPaymentsPage } from "#components/operator/orders/unknown-payments-page.tsx";
import { RequireAdmin } from "#components/operator/shell/require-admin.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("adminOrder.unknown"))("title") };
}

export default function Page() {
  return (
    <PageMessages of={["adminOrder", "loginEnded", "state", "table"]}>
      <RequireAdmin>
        <Suspense>
          <UnknownPaymentsPage />
        </Suspense>
      </RequireAdmin>
    </PageMessages>
  );
}
