import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { RequireAdmin } from "#components/operator/shell/require-admin.tsx";
import { TransmissionsPage } from "#components/operator/transmissions/transmissions-page.tsx";
import { LightPage } from "../../../light-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("transmission"))("title") };
}

export default function Page() {
  return (
    <PageMessages of={["destination", "loginEnded", "state", "table", "transmission"]}>
      <RequireAdmin>
        <LightPage name="adminTransmissions" view={TransmissionsPage} props={{}} />
      </RequireAdmin>
    </PageMessages>
  );
}
