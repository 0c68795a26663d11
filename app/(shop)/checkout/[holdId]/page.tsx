import { CheckoutPage } from "#components/buyer/checkout/checkout-page.tsx";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { idPage } from "#components/shell/id-page.tsx";
import { getPurchase } from "#server/checkout/queries.ts";
import { holdId } from "#server/holds/contract.ts";
import { LightPage } from "../../../light-page.tsx";
import { privateOrNotFound } from "../../../or-not-found.ts";

export default idPage(
  "holdId",
  holdId,
  (id) => (
    <PageMessages of={["catalog", "checkout", "hold", "holdOver", "loginEnded", "outlook", "seatName"]}>
      <LightPage
        name="checkout"
        view={CheckoutPage}
        props={{ holdId: id }}
        ahead={({ checkout }, client) => client.fetchQuery(checkout.purchase.queryOptions({ holdId: id }))}
      />
    </PageMessages>
  ),
  (holdId) => privateOrNotFound((ctx) => getPurchase(ctx, { holdId })),
);
