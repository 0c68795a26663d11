import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DoorPage } from "#components/door/door-page.tsx";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { LightPage } from "../../light-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("door");
  return { title: t("title"), robots: { index: false } };
}

export default function Page() {
  return (
    <PageMessages of={["door", "seatName"]}>
      <LightPage name="door" view={DoorPage} props={{}} />
    </PageMessages>
  );
}
