import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RequireAdmin } from "#components/admin/require-admin.tsx";
import { RefundsPage } from "#components/payments/refunds-page.tsx";

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
