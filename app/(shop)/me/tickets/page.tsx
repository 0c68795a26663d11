import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RequireLogin } from "#components/auth/require-login.tsx";
import { MyTickets } from "#components/buyer/tickets/my-tickets.tsx";
import { PageMessages } from "#components/i18n/page-messages.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ticket"))("title") };
}

export default function Page() {
  return (
    <PageMessages of={["catalog", "giveAway", "loginEnded", "seatName", "ticket"]}>
      <RequireLogin beginsEarly>
        <MyTickets />
      </RequireLogin>
    </PageMessages>
  );
}
