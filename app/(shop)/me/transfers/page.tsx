import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RequireLogin } from "#components/auth/require-login.tsx";
import { TransferPage } from "#components/buyer/transfers/transfer-page.tsx";
import { PageMessages } from "#components/i18n/page-messages.tsx";

export async function generateMetadata(): Promise<Metadata> {
  // The address has the secret of the link, which no other site is told.
  return { title: (await getTranslations("transfer"))("title"), referrer: "no-referrer" };
}

export default async function Page({
  searchParams,
}: {
  searchParams: Promise<{ token?: string | string[] }>;
}) {
  const { token } = await searchParams;
  return (
    <PageMessages of={["loginEnded", "seatName", "transfer"]}>
      <RequireLogin>
        <TransferPage token={typeof token === "string" ? token : ""} />
      </RequireLogin>
    </PageMessages>
  );
}
