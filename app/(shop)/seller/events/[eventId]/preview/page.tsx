import { PageMessages } from "#components/i18n/page-messages.tsx";
import { PreviewEvent } from "#components/organizer/preview-event.tsx";
import { RequireOrganizer } from "#components/organizer/require-organizer.tsx";
import { idPage } from "#components/shell/id-page.tsx";
import { eventId } from "#server/catalog/contract.ts";
import { LightPage } from "../../../../../light-page.tsx";

export default idPage("eventId", eventId, (id) => (
  <PageMessages of={["catalog", "loginEnded", "organizer", "push"]}>
    <RequireOrganizer>
      <LightPage name="sellerPreview" view={PreviewEvent} props={{ area: "seller", eventId: id }} />
    </RequireOrganizer>
  </PageMessages>
));
