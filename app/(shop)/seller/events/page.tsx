import { PageMessages } from "#components/i18n/page-messages.tsx";
import { EventsPage } from "#components/organizer/events-page.tsx";
import { RequireOrganizer } from "#components/organizer/require-organizer.tsx";

export default function Page() {
  return (
    <PageMessages of={["catalog", "loginEnded", "organizer"]}>
      <RequireOrganizer>
        <EventsPage area="seller" />
      </RequireOrganizer>
    </PageMessages>
  );
}
