import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RefundsPage } from "#components/operator/refunds/refunds-page.tsx";
import { RequireAdmin } from "#components/operator/shell/require-admin.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("refund"))("title") };
}

export default function Page() {
  return (
    <RequireAdmin>
      <RefundsPage />
    </RequireAdmin>
  );
}
