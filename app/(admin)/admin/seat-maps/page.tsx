import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { RequireAdmin } from "#components/operator/shell/require-admin.tsx";
import { SeatMapsPage } from "#components/organizer/seat-maps/seat-maps-page.tsx";
import { LightPage } from "../../../light-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("seatMaps"))("title") };
}

export default function Page() {
  return (
    <PageMessages of={["loginEnded", "seatMaps", "table"]}>
      <RequireAdmin>
        <LightPage name="adminSeatMaps" view={SeatMapsPage} props={{ area: "admin" }} />
      </RequireAdmin>
    </PageMessages>
  );
}
