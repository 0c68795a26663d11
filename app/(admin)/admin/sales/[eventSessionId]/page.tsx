import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { SalePage } from "#components/operator/sales/sale-page.tsx";
import { RequireAdmin } from "#components/operator/shell/require-admin.tsx";
import { idPage } from "#components/shell/id-page.tsx";
import { eventSessionId } from "#server/catalog/contract.ts";
import { getSale } from "#server/sales/queries.ts";
import { LightPage } from "../../../../light-page.tsx";
import { privateOrNotFound } from "../../../../or-not-found.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sales"))("underWay") };
}

export default idPage(
  "eventSessionId",
  eventSessionId,
  (id) => (
    <PageMessages of={["catalog", "loginEnded", "organizer", "sales"]}>
      <RequireAdmin>
        <LightPage name="adminSale" view={SalePage} props={{ eventSessionId: id }} />
      </RequireAdmin>
    </PageMessages>
  ),
  (id) => privateOrNotFound((ctx) => getSale(ctx, { eventSessionId: id })),
);
