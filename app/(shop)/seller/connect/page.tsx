import { RequireLogin } from "#components/auth/require-login.tsx";
import { ConnectStart } from "#components/seller/connect/connect-start.tsx";

export default function Page() {
  return (
    <RequireLogin>
      <ConnectStart />
    </RequireLogin>
  );
}
