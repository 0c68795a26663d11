import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LinkPage } from "#components/credentials/link-page.tsx";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { LightPage } from "../../light-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accountLink"))("title"), robots: { index: false } };
}

export default function Page() {
  return (
    <PageMessages of={["accountLink", "auth"]}>
      <LightPage name="accountLink" view={LinkPage} props={{}} />
    </PageMessages>
  );
}
