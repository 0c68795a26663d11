import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AlertList } from "#components/alerts/alert-list.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin"))("alerts") };
}

export default function Page() {
  return <AlertList />;
}
