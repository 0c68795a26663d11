import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { RequireAdmin } from "#components/operator/shell/require-admin.tsx";
import { StatesPage } from "#components/operator/states/states-page.tsx";
import { LightPage } from "../../../light-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("states"))("title") };
}

export default function Page() {
  return (
    <PageMessages of={["loginEnded", "state", "states"]}>
      <RequireAdmin>
        <LightPage name="adminStates" view={StatesPage} props={{}} />
      </RequireAdmin>
    </PageMessages>
  );
}
