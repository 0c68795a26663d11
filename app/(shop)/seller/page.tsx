import { PageMessages } from "#components/i18n/page-messages.tsx";
import { SellerHome } from "#components/seller/connect/seller-home.tsx";
import { LightPage } from "../../light-page.tsx";

export default function Page() {
  return (
    <PageMessages of={["connect", "loginEnded"]}>
      <LightPage
        name="seller"
        view={SellerHome}
        props={{}}
        ahead={({ integration, reports }, client) =>
          Promise.all([
            client.fetchQuery(integration.myAccounts.queryOptions({})),
            client.fetchQuery(reports.shippingCounts.queryOptions({})),
          ])
        }
      />
    </PageMessages>
  );
}
