import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { UnknownPaymentsPage } from "#components/operator/orders/unknown-payments-page.tsx";
import { RequireAdmin } from "#components/operator/shell/require-admin.tsx";
import { LightPage } from "../../../light-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("adminOrder.unknown"))("title") };
}

export default function Page() {
  return (
    <PageMessages of={["adminOrder", "loginEnded", "state", "table"]}>
      <RequireAdmin>
        <LightPage name="adminPayments" view={UnknownPaymentsPage} props={{}} />
      </RequireAdmin>
    </PageMessages>
  );
}
