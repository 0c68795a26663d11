import { RequireLogin } from "#components/auth/require-login.tsx";
import { ReceiptPage } from "#components/orders/order-page.tsx";
import { idPage } from "#components/shell/id-page.tsx";
import { orderId } from "#server/orders/contract.ts";

export default idPage("orderId", orderId, (id) => (
  <RequireLogin>
    <ReceiptPage orderId={id} />
  </RequireLogin>
));
