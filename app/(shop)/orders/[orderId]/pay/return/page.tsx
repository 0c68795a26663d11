import { Suspense } from "react";
import { RequireLogin } from "#components/auth/require-login.tsx";
import { TossReturnPage } from "#components/payments/toss-return-page.tsx";
import { idPage } from "#components/shell/id-page.tsx";
import { orderId } from "#server/orders/contract.ts";

export default idPage("orderId", orderId, (id) => (
  <RequireLogin>
    <Suspense>
      <TossReturnPage orderId={id} />
    </Suspense>
  </RequireLogin>
));
