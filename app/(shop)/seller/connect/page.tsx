import { RequireLogin } from "#components/auth/require-login.tsx";
import { ConnectStart } from "#components/integration/connect-start.tsx";

export default function Page() {
  return (
    <RequireLogin>
      <ConnectStart />
    </RequireLogin>
  );
}
