import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { RequireAdmin } from "#components/operator/shell/require-admin.tsx";
import { InStatePage } from "#components/operator/states/in-state-page.tsx";
import { idPage } from "#components/shell/id-page.tsx";
import { LightPage } from "../../../../light-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("states"))("title") };
}

export default idPage("machine", z.enum(["payment", "hold", "integrationSession"]), (machine) => (
  <PageMessages of={["loginEnded", "state", "states", "table"]}>
    <RequireAdmin>
      <LightPage name="adminInState" view={InStatePage} props={{ machine }} />
    </RequireAdmin>
  </PageMessages>
));
