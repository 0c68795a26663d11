import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MyTickets } from "#components/buyer/tickets/my-tickets.tsx";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { LightPage } from "../../../light-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ticket"))("title") };
}

export default function Page() {
  return (
    <PageMessages of={["catalog", "giveAway", "loginEnded", "seatName", "ticket"]}>
      <LightPage
        name="ownTickets"
        view={MyTickets}
        props={{}}
        ahead={({ tickets }, client) => client.fetchQuery(tickets.mine.queryOptions({}))}
      />
    </PageMessages>
  );
}
