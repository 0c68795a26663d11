import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { PeoplePage } from "#components/operator/people/people-page.tsx";
import { RequireAdmin } from "#components/operator/shell/require-admin.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("person"))("title") };
}

export default function Page() {
  return (
    <PageMessages of={["loginEnded", "person", "state", "table"]}>
      <RequireAdmin>
        <Suspense>
          <PeoplePage />
        </Suspense>
      </RequireAdmin>
    </PageMessages>
  );
}
