import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Still } from "#components/light/still.tsx";
import { RefundPolicy } from "#components/policies/refund-policy.tsx";
import { usualFeesOf } from "#server/terms/queries.ts";
import { LightPage } from "../../light-page.tsx";

/** What the ticket of the examples costs. */
const EXAMPLE_KRW = 66_000;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("refundPolicy"))("title") };
}

export default function Page() {
  return (
    <LightPage name="still" view={Still} props={{}}>
      <RefundPolicy {...usualFeesOf(EXAMPLE_KRW)} exampleKrw={EXAMPLE_KRW} />
    </LightPage>
  );
}
