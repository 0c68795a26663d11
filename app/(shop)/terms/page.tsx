import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Still } from "#components/light/still.tsx";
import { TermsOfUse } from "#components/policies/terms-of-use.tsx";
import { businessDetails } from "#server/platform/config/business.ts";
import { LightPage } from "../../light-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("terms"))("title") };
}

export default function Page() {
  return (
    <LightPage name="still" view={Still} props={{}}>
      <TermsOfUse business={businessDetails().name} />
    </LightPage>
  );
}
