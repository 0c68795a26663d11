import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { TransmissionPage } from "#components/transmissions/transmission-page.tsx";
import { TransmissionInput } from "#server/transmissions/contract.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("transmission"))("title") };
}

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const parsed = TransmissionInput.safeParse(await params);
  if (!parsed.success) notFound();
  return (
    <Suspense>
      <TransmissionPage id={parsed.data.id} />
    </Suspense>
  );
}
