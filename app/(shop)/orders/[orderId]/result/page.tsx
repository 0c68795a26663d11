import { Suspense } from "react";
import { RequireLogin } from "#components/auth/require-login.tsx";
import { ResultPage } from "#components/payments/result-page.tsx";
import { idPage } from "#components/shell/id-page.tsx";
import { orderId } from "#server/orders/contract.ts";

export default idPage("orderId", orderId, (id) => (
  <RequireLogin>
    <Suspense>
      <ResultPage orderId={id} />
    </Suspense>
  </RequireLogin>
));
