import { PageMessages } from "#components/i18n/page-messages.tsx";
import { RequireAdmin } from "#components/operator/shell/require-admin.tsx";
import { EditEvent } from "#components/organizer/edit-event.tsx";
import { idPage } from "#components/shell/id-page.tsx";
import { eventId } from "#server/catalog/contract.ts";
import { LightPage } from "../../../../../light-page.tsx";

export default idPage("eventId", eventId, (id) => (
  <PageMessages of={["loginEnded", "organizer"]}>
    <RequireAdmin>
      <LightPage name="adminEditEvent" view={EditEvent} props={{ area: "admin", eventId: id }} />
    </RequireAdmin>
  </PageMessages>
));
