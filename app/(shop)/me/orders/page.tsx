import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RequireLogin } from "#components/auth/require-login.tsx";
import { MyOrders } from "#components/buyer/orders/my-orders.tsx";
import { PageMessages } from "#components/i18n/page-messages.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("order"))("title") };
}

export default function Page() {
  return (
    <PageMessages of={["checkout", "loginEnded", "order", "state"]}>
      <RequireLogin>
        <MyOrders />
      </RequireLogin>
    </PageMessages>
  );
}
