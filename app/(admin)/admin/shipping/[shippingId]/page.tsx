import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { RequireAdmin } from "#components/operator/shell/require-admin.tsx";
import { idPage } from "#components/shell/id-page.tsx";
import { ShippingPage } from "#components/shipping/shipping-page.tsx";
import { getShippingReport } from "#server/reports/shipping.ts";
import { shippingId } from "#server/shipping/contract.ts";
import { LightPage } from "../../../../light-page.tsx";
import { privateOrNotFound } from "../../../../or-not-found.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("shippingDesk.detail"))("title") };
}

export default idPage(
  "shippingId",
  shippingId,
  (id) => (
    <PageMessages
      of={[
        "loginEnded",
        "parcel",
        "refundReason",
        "seatName",
        "sellerSales",
        "shippingDesk",
        "state",
        "stateReason",
      ]}
    >
      <RequireAdmin>
        <LightPage name="adminShipping" view={ShippingPage} props={{ area: "admin", id }} />
      </RequireAdmin>
    </PageMessages>
  ),
  (id) => privateOrNotFound((ctx) => getShippingReport(ctx, { id })),
);
