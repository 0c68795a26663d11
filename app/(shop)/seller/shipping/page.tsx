import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { RequireOrganizer } from "#components/organizer/require-organizer.tsx";
import { ShippingsPage } from "#components/shipping/shippings-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("shippingDesk"))("title") };
}

export default function Page() {
  return (
    <PageMessages of={["loginEnded", "organizer", "parcel", "shippingDesk", "state", "table"]}>
      <RequireOrganizer>
        <Suspense>
          <ShippingsPage area="seller" />
        </Suspense>
      </RequireOrganizer>
    </PageMessages>
  );
}
