import { TossPayPage } from "#components/buyer/payments/toss-pay-page.tsx";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { idPage } from "#components/shell/id-page.tsx";
import { getOrder } from "#server/checkout/queries.ts";
import { orderId } from "#server/orders/contract.ts";
import { LightPage } from "../../../../light-page.tsx";
import { privateOrNotFound } from "../../../../or-not-found.ts";

export default idPage(
  "orderId",
  orderId,
  (id) => (
    <PageMessages of={["catalog", "checkout", "loginEnded", "payment", "seatName"]}>
      <LightPage
        name="tossPay"
        view={TossPayPage}
        props={{ orderId: id }}
        ahead={({ checkout }, client) => client.fetchQuery(checkout.order.queryOptions({ id }))}
      />
    </PageMessages>
  ),
  (id) => privateOrNotFound((ctx) => getOrder(ctx, { id })),
);
