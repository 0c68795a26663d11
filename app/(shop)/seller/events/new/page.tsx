import { PageMessages } from "#components/i18n/page-messages.tsx";
import { NewEvent } from "#components/organizer/new-event.tsx";
import { RequireOrganizer } from "#components/organizer/require-organizer.tsx";

export default function Page() {
  return (
    <PageMessages of={["loginEnded", "organizer", "seatMap"]}>
      <RequireOrganizer>
        <NewEvent area="seller" />
      </RequireOrganizer>
    </PageMessages>
  );
}
