import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { PersonPage } from "#components/operator/people/person-page.tsx";
import { RequireAdmin } from "#components/operator/shell/require-admin.tsx";
import { idPage } from "#components/shell/id-page.tsx";
import { userId } from "#server/auth/contract.ts";
import { getPersonReport } from "#server/reports/person.ts";
import { LightPage } from "../../../../light-page.tsx";
import { privateOrNotFound } from "../../../../or-not-found.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("person"))("title") };
}

export default idPage(
  "personId",
  userId,
  (id) => (
    <PageMessages of={["devices", "loginEnded", "organizer", "person", "state", "stateReason"]}>
      <RequireAdmin>
        <LightPage name="adminPerson" view={PersonPage} props={{ personId: id }} />
      </RequireAdmin>
    </PageMessages>
  ),
  (id) => privateOrNotFound((ctx) => getPersonReport(ctx, { id })),
);
