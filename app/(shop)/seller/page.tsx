import { RequireLogin } from "#components/auth/require-login.tsx";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { SellerHome } from "#components/seller/connect/seller-home.tsx";

export default function Page() {
  return (
    <PageMessages of={["connect", "loginEnded"]}>
      <RequireLogin>
        <SellerHome />
      </RequireLogin>
    </PageMessages>
  );
}
