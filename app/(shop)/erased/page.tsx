import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Still } from "#components/light/still.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { LightPage } from "../../light-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("privacy.erased"))("title") };
}

/** Where a person is led who has erased the account. */
export default async function Page() {
  const t = await getTranslations("privacy.erased");
  return (
    <LightPage name="still" view={Still} props={{}}>
      <PageHeader title={t("title")} lead={t("body")} />
      <LinkButton href="/" className="justify-self-start">
        {t("action")}
      </LinkButton>
    </LightPage>
  );
}
