import { ResultPage } from "#components/buyer/payments/result-page.tsx";
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
    <PageMessages of={["loginEnded", "outlook", "payment", "refundReason", "seatName", "ticket"]}>
      <LightPage
        name="result"
        view={ResultPage}
        props={{ orderId: id }}
        ahead={({ checkout, tickets }, client) =>
          Promise.all([
            client.fetchQuery(checkout.order.queryOptions({ id })),
            client.fetchQuery(tickets.mine.queryOptions({})),
          ])
        }
      />
    </PageMessages>
  ),
  (id) => privateOrNotFound((ctx) => getOrder(ctx, { id })),
);
