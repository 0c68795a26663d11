import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { OrdersPage } from "#components/operator/orders/orders-page.tsx";
import { RequireAdmin } from "#components/operator/shell/require-admin.tsx";
import { LightPage } from "../../../light-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("adminOrder"))("title") };
}

export default function Page() {
  return (
    <PageMessages of={["adminOrder", "loginEnded", "state", "table"]}>
      <RequireAdmin>
        <LightPage name="adminOrders" view={OrdersPage} props={{}} />
      </RequireAdmin>
    </PageMessages>
  );
}
