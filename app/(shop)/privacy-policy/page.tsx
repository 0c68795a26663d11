import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Still } from "#components/light/still.tsx";
import { PrivacyPolicy } from "#components/policies/privacy-policy.tsx";
import { businessDetails } from "#server/platform/config/business.ts";
import { disclosuresIn } from "#server/privacy/queries.ts";
import { LightPage } from "../../light-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("privacyPolicy"))("title") };
}

export default async function Page() {
  return (
    <LightPage name="still" view={Still} props={{}}>
      <PrivacyPolicy business={businessDetails()} {...disclosuresIn(await getLocale())} />
    </LightPage>
  );
}
