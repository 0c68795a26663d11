import { PageMessages } from "#components/i18n/page-messages.tsx";
import { EventsPage } from "#components/organizer/events-page.tsx";
import { RequireOrganizer } from "#components/organizer/require-organizer.tsx";
import { LightPage } from "../../../light-page.tsx";

export default function Page() {
  return (
    <PageMessages of={["catalog", "loginEnded", "organizer"]}>
      <RequireOrganizer>
        <LightPage name="sellerEvents" view={EventsPage} props={{ area: "seller" }} />
      </RequireOrganizer>
    </PageMessages>
  );
}
