import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { RequireAdmin } from "#components/operator/shell/require-admin.tsx";
import { TransmissionPage } from "#components/operator/transmissions/transmission-page.tsx";
import { idPage } from "#components/shell/id-page.tsx";
import { TransmissionInput } from "#server/transmissions/contract.ts";
import { getTransmission } from "#server/transmissions/queries.ts";
import { LightPage } from "../../../../light-page.tsx";
import { privateOrNotFound } from "../../../../or-not-found.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("transmission"))("title") };
}

export default idPage(
  "id",
  TransmissionInput.shape.id,
  (id) => (
    <PageMessages of={["destination", "loginEnded", "state", "transmission"]}>
      <RequireAdmin>
        <LightPage name="adminTransmission" view={TransmissionPage} props={{ id }} />
      </RequireAdmin>
    </PageMessages>
  ),
  (id) => privateOrNotFound((ctx) => getTransmission(ctx, { id })),
);
