import { PageMessages } from "#components/i18n/page-messages.tsx";
import { RequireAdmin } from "#components/operator/shell/require-admin.tsx";
import { EventsPage } from "#components/organizer/events-page.tsx";

export default function Page() {
  return (
    <PageMessages of={["catalog", "loginEnded", "organizer"]}>
      <RequireAdmin>
        <EventsPage area="admin" />
      </RequireAdmin>
    </PageMessages>
  );
}
