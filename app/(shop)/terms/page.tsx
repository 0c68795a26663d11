import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TermsOfUse } from "#components/policies/terms-of-use.tsx";
import { businessDetails } from "#server/platform/config/business.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("terms"))("title") };
}

export default function Page() {
  return <TermsOfUse business={businessDetails().name} />;
}
