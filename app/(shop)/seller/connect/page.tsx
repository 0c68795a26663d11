import { RequireLogin } from "#components/auth/require-login.tsx";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { ConnectStart } from "#components/seller/connect/connect-start.tsx";

export default function Page() {
  return (
    <PageMessages of={["connect", "loginEnded"]}>
      <RequireLogin>
        <ConnectStart />
      </RequireLogin>
    </PageMessages>
  );
}
