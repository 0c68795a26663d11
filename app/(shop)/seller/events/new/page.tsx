import { RequireLogin } from "#components/auth/require-login.tsx";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { NewEvent } from "#components/seller/events/new-event.tsx";

export default function Page() {
  return (
    <PageMessages of={["loginEnded", "newEvent"]}>
      <RequireLogin>
        <NewEvent />
      </RequireLogin>
    </PageMessages>
  );
}
