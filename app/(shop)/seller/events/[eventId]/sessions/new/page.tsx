import { PageMessages } from "#components/i18n/page-messages.tsx";
import { NewSession } from "#components/organizer/edit-session.tsx";
import { RequireOrganizer } from "#components/organizer/require-organizer.tsx";
import { idPage } from "#components/shell/id-page.tsx";
import { eventId } from "#server/catalog/contract.ts";
import { LightPage } from "../../../../../../light-page.tsx";

export default idPage("eventId", eventId, (id) => (
  <PageMessages of={["loginEnded", "organizer", "seatMap"]}>
    <RequireOrganizer>
      <LightPage name="sellerNewSession" view={NewSession} props={{ area: "seller", eventId: id }} />
    </RequireOrganizer>
  </PageMessages>
));
