import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TransferPage } from "#components/buyer/transfers/transfer-page.tsx";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { LightPage } from "../../../light-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  // The address has the secret of the link, which no other site is told.
  return { title: (await getTranslations("transfer"))("title"), referrer: "no-referrer" };
}

export default async function Page({
  searchParams,
}: {
  searchParams: Promise<{ token?: string | string[] }>;
}) {
  const { token: asked } = await searchParams;
  const token = typeof asked === "string" ? asked : "";
  return (
    <PageMessages of={["loginEnded", "seatName", "transfer"]}>
      <LightPage
        name="transfer"
        view={TransferPage}
        props={{ token }}
        ahead={({ transfers }, client) => client.fetchQuery(transfers.get.queryOptions({ token }))}
      />
    </PageMessages>
  );
}
