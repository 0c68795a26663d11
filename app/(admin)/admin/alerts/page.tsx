import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RequireAdmin } from "#components/admin/require-admin.tsx";
import { AlertsPage } from "#components/alerts/alerts-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("alert"))("title") };
}

export default function Page() {
  return (
    <RequireAdmin>
      <AlertsPage />
    </RequireAdmin>
  );
}
