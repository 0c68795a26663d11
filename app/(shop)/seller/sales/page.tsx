import { PageMessages } from "#components/i18n/page-messages.tsx";
import { RequireOrganizer } from "#components/organizer/require-organizer.tsx";
import { SalesPage } from "#components/seller/sales/sales-page.tsx";
import { LightPage } from "../../../light-page.tsx";

export default function Page() {
  return (
    <PageMessages of={["loginEnded", "organizer", "sellerSales", "table"]}>
      <RequireOrganizer>
        <LightPage name="sellerSales" view={SalesPage} props={{}} />
      </RequireOrganizer>
    </PageMessages>
  );
}
