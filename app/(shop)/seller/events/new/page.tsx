import { PageMessages } from "#components/i18n/page-messages.tsx";
import { NewEvent } from "#components/organizer/new-event.tsx";
import { RequireOrganizer } from "#components/organizer/require-organizer.tsx";
import { LightPage } from "../../../../light-page.tsx";

export default function Page() {
  return (
    <PageMessages of={["loginEnded", "organizer", "seatMap"]}>
      <RequireOrganizer>
        <LightPage name="sellerNewEvent" view={NewEvent} props={{ area: "seller" }} />
      </RequireOrganizer>
    </PageMessages>
  );
}
