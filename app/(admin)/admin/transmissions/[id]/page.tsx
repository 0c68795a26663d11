import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TransmissionDetail } from "#components/transmissions/transmission-detail.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("transmission"))("detail") };
}

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  return <TransmissionDetail id={(await params).id as `transmission_${string}`} />;
}
