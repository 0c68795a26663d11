import { getTranslations } from "next-intl/server";
import { PageHeader } from "#components/ui/page-header.tsx";

export default async function EventsPage() {
  const t = await getTranslations("shell");
  return <PageHeader title={t("tagline")} lead={t("description")} />;
}
