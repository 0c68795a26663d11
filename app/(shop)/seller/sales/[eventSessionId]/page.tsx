import { PageMessages } from "#components/i18n/page-messages.tsx";
import { RequireOrganizer } from "#components/organizer/require-organizer.tsx";
import { SessionSalesPage } from "#components/seller/sales/session-sales-page.tsx";
import { idPage } from "#components/shell/id-page.tsx";
import { eventSessionId } from "#server/catalog/contract.ts";

export default idPage("eventSessionId", eventSessionId, (id) => (
  <PageMessages of={["loginEnded", "organizer", "sellerSales", "table"]}>
    <RequireOrganizer>
      <SessionSalesPage eventSessionId={id} />
    </RequireOrganizer>
  </PageMessages>
));
