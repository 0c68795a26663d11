import { Suspense } from "react";
import { RequireLogin } from "#components/auth/require-login.tsx";
import { TossPayPage } from "#components/payments/toss-pay-page.tsx";
import { idPage } from "#components/shell/id-page.tsx";
import { orderId } from "#server/orders/contract.ts";

export default idPage("orderId", orderId, (id) => (
  <RequireLogin>
    <Suspense>
      <TossPayPage orderId={id} />
    </Suspense>
  </RequireLogin>
));
