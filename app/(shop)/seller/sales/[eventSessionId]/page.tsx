import { PageMessages } from "#components/i18n/page-messages.tsx";
import { RequireOrganizer } from "#components/organizer/require-organizer.tsx";
import { SessionSalesPage } from "#components/seller/sales/session-sales-page.tsx";
import { idPage } from "#components/shell/id-page.tsx";
import { eventSessionId } from "#server/catalog/contract.ts";
import { LightPage } from "../../../../light-page.tsx";

export default idPage("eventSessionId", eventSessionId, (id) => (
  <PageMessages of={["loginEnded", "organizer", "sellerSales", "table"]}>
    <RequireOrganizer>
      <LightPage
        name="sellerSessionSales"
        view={SessionSalesPage}
        props={{ eventSessionId: id }}
        ahead={({ reports }, client) =>
          client.fetchQuery(reports.salesOfSession.queryOptions({ eventSessionId: id }))
        }
      />
    </RequireOrganizer>
  </PageMessages>
));
