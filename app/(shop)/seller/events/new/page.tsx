import { RequireLogin } from "#components/auth/require-login.tsx";
import { NewEvent } from "#components/seller/events/new-event.tsx";

export default function Page() {
  return (
    <RequireLogin>
      <NewEvent />
    </RequireLogin>
  );
}
