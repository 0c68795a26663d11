import { PageMessages } from "#components/i18n/page-messages.tsx";
import { RequireAdmin } from "#components/operator/shell/require-admin.tsx";
import { NewSession } from "#components/organizer/edit-session.tsx";
import { idPage } from "#components/shell/id-page.tsx";
import { eventId } from "#server/catalog/contract.ts";
import { LightPage } from "../../../../../../light-page.tsx";

export default idPage("eventId", eventId, (id) => (
  <PageMessages of={["loginEnded", "organizer", "seatMap"]}>
    <RequireAdmin>
      <LightPage name="adminNewSession" view={NewSession} props={{ area: "admin", eventId: id }} />
    </RequireAdmin>
  </PageMessages>
));
