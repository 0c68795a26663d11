import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { RequireOrganizer } from "#components/organizer/require-organizer.tsx";
import { ShippingsPage } from "#components/shipping/shippings-page.tsx";
import { LightPage } from "../../../light-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("shippingDesk"))("title") };
}

export default function Page() {
  return (
    <PageMessages of={["loginEnded", "organizer", "parcel", "shippingDesk", "state", "table"]}>
      <RequireOrganizer>
        <LightPage name="sellerShippings" view={ShippingsPage} props={{ area: "seller" }} />
      </RequireOrganizer>
    </PageMessages>
  );
}
