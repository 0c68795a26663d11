import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { PeoplePage } from "#components/operator/people/people-page.tsx";
import { RequireAdmin } from "#components/operator/shell/require-admin.tsx";
import { LightPage } from "../../../light-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("person"))("title") };
}

export default function Page() {
  return (
    <PageMessages of={["loginEnded", "person", "state", "table"]}>
      <RequireAdmin>
        <LightPage name="adminPeople" view={PeoplePage} props={{}} />
      </RequireAdmin>
    </PageMessages>
  );
}
