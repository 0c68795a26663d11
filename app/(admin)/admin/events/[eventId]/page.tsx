import { PageMessages } from "#components/i18n/page-messages.tsx";
import { RequireAdmin } from "#components/operator/shell/require-admin.tsx";
import { EventPage } from "#components/organizer/event-page.tsx";
import { idPage } from "#components/shell/id-page.tsx";
import { eventId } from "#server/catalog/contract.ts";
import { LightPage } from "../../../../light-page.tsx";

export default idPage("eventId", eventId, (id) => (
  <PageMessages of={["catalog", "loginEnded", "organizer"]}>
    <RequireAdmin>
      <LightPage name="adminEvent" view={EventPage} props={{ area: "admin", eventId: id }} />
    </RequireAdmin>
  </PageMessages>
));
