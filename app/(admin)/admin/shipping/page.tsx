import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { RequireAdmin } from "#components/operator/shell/require-admin.tsx";
import { ShippingsPage } from "#components/shipping/shippings-page.tsx";
import { LightPage } from "../../../light-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("shippingDesk"))("title") };
}

export default function Page() {
  return (
    <PageMessages of={["loginEnded", "parcel", "shippingDesk", "state", "table"]}>
      <RequireAdmin>
        <LightPage name="adminShippings" view={ShippingsPage} props={{ area: "admin" }} />
      </RequireAdmin>
    </PageMessages>
  );
}
