import { Suspense } from "react";
import { RequireLogin } from "#components/auth/require-login.tsx";
import { TossPayPage } from "#components/buyer/payments/toss-pay-page.tsx";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { idPage } from "#components/shell/id-page.tsx";
import { getOrder } from "#server/checkout/queries.ts";
import { orderId } from "#server/orders/contract.ts";
import { privateOrNotFound } from "../../../../or-not-found.ts";

export default idPage(
  "orderId",
  orderId,
  (id) => (
    <PageMessages of={["catalog", "checkout", "loginEnded", "payment", "seatName"]}>
      <RequireLogin>
        <Suspense>
          <TossPayPage orderId={id} />
        </Suspense>
      </RequireLogin>
    </PageMessages>
  ),
  (id) => privateOrNotFound((ctx) => getOrder(ctx, { id })),
);
