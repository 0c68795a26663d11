import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { PrivacyPage } from "#components/privacy/privacy-page.tsx";
import { LightPage } from "../../../light-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("privacy"))("title") };
}

export default function Page() {
  return (
    <PageMessages of={["auth", "loginEnded", "privacy"]}>
      <LightPage
        name="privacy"
        view={PrivacyPage}
        props={{}}
        ahead={({ privacy }, client) => client.fetchQuery(privacy.erasure.queryOptions({}))}
      />
    </PageMessages>
  );
}
