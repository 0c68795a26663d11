import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { RequireOrganizer } from "#components/organizer/require-organizer.tsx";
import { PrintPage } from "#components/shipping/print-page.tsx";
import { LightPage } from "../../../../light-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("shippingDesk.print"))("title") };
}

export default function Page() {
  return (
    <PageMessages of={["loginEnded", "organizer", "seatName", "shippingDesk", "state"]}>
      <RequireOrganizer>
        <LightPage name="sellerPrint" view={PrintPage} props={{ area: "seller" }} />
      </RequireOrganizer>
    </PageMessages>
  );
}
