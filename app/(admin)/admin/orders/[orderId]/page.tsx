import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { OrderReportPage } from "#components/operator/orders/order-report-page.tsx";
import { RequireAdmin } from "#components/operator/shell/require-admin.tsx";
import { idPage } from "#components/shell/id-page.tsx";
import { orderId } from "#server/orders/contract.ts";
import { getOrderReport } from "#server/reports/order.ts";
import { LightPage } from "../../../../light-page.tsx";
import { privateOrNotFound } from "../../../../or-not-found.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("adminOrder"))("title") };
}

export default idPage(
  "orderId",
  orderId,
  (id) => (
    <PageMessages
      of={[
        "adminOrder",
        "destination",
        "loginEnded",
        "refund",
        "refundReason",
        "state",
        "stateReason",
        "transmission",
      ]}
    >
      <RequireAdmin>
        <LightPage name="adminOrder" view={OrderReportPage} props={{ orderId: id }} />
      </RequireAdmin>
    </PageMessages>
  ),
  (id) => privateOrNotFound((ctx) => getOrderReport(ctx, { id })),
);
