import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { RequireAdmin } from "#components/operator/shell/require-admin.tsx";
import { PrintPage } from "#components/shipping/print-page.tsx";
import { LightPage } from "../../../../light-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("shippingDesk.print"))("title") };
}

export default function Page() {
  return (
    <PageMessages of={["loginEnded", "seatName", "shippingDesk", "state"]}>
      <RequireAdmin>
        <LightPage name="adminPrint" view={PrintPage} props={{ area: "admin" }} />
      </RequireAdmin>
    </PageMessages>
  );
}
