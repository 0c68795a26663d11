import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RefundPolicy } from "#components/policies/refund-policy.tsx";
import { usualFeesOf } from "#server/terms/queries.ts";

/** What the ticket of the examples costs. */
const EXAMPLE_KRW = 66_000;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("refundPolicy"))("title") };
}

export default function Page() {
  return <RefundPolicy {...usualFeesOf(EXAMPLE_KRW)} exampleKrw={EXAMPLE_KRW} />;
}
