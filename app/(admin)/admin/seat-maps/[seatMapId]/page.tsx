import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { RequireAdmin } from "#components/operator/shell/require-admin.tsx";
import { SeatMapPage } from "#components/organizer/seat-maps/seat-map-page.tsx";
import { idPage } from "#components/shell/id-page.tsx";
import { seatMapId } from "#server/seat-maps/contract.ts";
import { LightPage } from "../../../../light-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("seatMaps"))("title") };
}

export default idPage("seatMapId", seatMapId, (id) => (
  <PageMessages of={["csvFile", "loginEnded", "seatMap", "seatMaps"]}>
    <RequireAdmin>
      <LightPage name="adminSeatMap" view={SeatMapPage} props={{ area: "admin", seatMapId: id }} />
    </RequireAdmin>
  </PageMessages>
));
