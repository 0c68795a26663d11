import { RequireLogin } from "#components/auth/require-login.tsx";
import { SellerHome } from "#components/seller/connect/seller-home.tsx";

export default function Page() {
  return (
    <RequireLogin>
      <SellerHome />
    </RequireLogin>
  );
}
