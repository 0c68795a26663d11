import { PageMessages } from "#components/i18n/page-messages.tsx";
import { RequireOrganizer } from "#components/organizer/require-organizer.tsx";
import { SalesPage } from "#components/seller/sales/sales-page.tsx";

export default function Page() {
  return (
    <PageMessages of={["loginEnded", "organizer", "sellerSales", "table"]}>
      <RequireOrganizer>
        <SalesPage />
      </RequireOrganizer>
    </PageMessages>
  );
}
