import { PageMessages } from "#components/i18n/page-messages.tsx";
import { RequireAdmin } from "#components/operator/shell/require-admin.tsx";
import { PreviewEvent } from "#components/organizer/preview-event.tsx";
import { idPage } from "#components/shell/id-page.tsx";
import { eventId } from "#server/catalog/contract.ts";
import { LightPage } from "../../../../../light-page.tsx";

export default idPage("eventId", eventId, (id) => (
  <PageMessages of={["catalog", "loginEnded", "organizer", "push"]}>
    <RequireAdmin>
      <LightPage name="adminPreview" view={PreviewEvent} props={{ area: "admin", eventId: id }} />
    </RequireAdmin>
  </PageMessages>
));
