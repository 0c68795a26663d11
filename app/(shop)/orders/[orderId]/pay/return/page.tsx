import { TossReturnPage } from "#components/buyer/payments/toss-return-page.tsx";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { idPage } from "#components/shell/id-page.tsx";
import { getOrder } from "#server/checkout/queries.ts";
import { orderId } from "#server/orders/contract.ts";
import { LightPage } from "../../../../../light-page.tsx";
import { privateOrNotFound } from "../../../../../or-not-found.ts";

export default idPage(
  "orderId",
  orderId,
  (id) => (
    <PageMessages of={["loginEnded", "outlook", "payment"]}>
      <LightPage name="tossReturn" view={TossReturnPage} props={{ orderId: id }} />
    </PageMessages>
  ),
  (id) => privateOrNotFound((ctx) => getOrder(ctx, { id })),
);
