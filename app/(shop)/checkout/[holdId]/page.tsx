import { RequireLogin } from "#components/auth/require-login.tsx";
import { CheckoutPage } from "#components/checkout/checkout-page.tsx";
import { idPage } from "#components/shell/id-page.tsx";
import { holdId } from "#server/holds/contract.ts";

export default idPage("holdId", holdId, (id) => (
  <RequireLogin>
    <CheckoutPage holdId={id} />
  </RequireLogin>
));
