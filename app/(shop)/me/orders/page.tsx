import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MyOrders } from "#components/buyer/orders/my-orders.tsx";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { LightPage } from "../../../light-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("order"))("title") };
}

export default function Page() {
  return (
    <PageMessages of={["checkout", "loginEnded", "order", "state"]}>
      <LightPage
        name="orders"
        view={MyOrders}
        props={{}}
        ahead={({ checkout }, client) => client.fetchQuery(checkout.myOrders.queryOptions({}))}
      />
    </PageMessages>
  );
}
