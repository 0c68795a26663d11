import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RequireLogin } from "#components/auth/require-login.tsx";
import { MyTickets } from "#components/buyer/tickets/my-tickets.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ticket"))("title") };
}

export default function Page() {
  return (
    <RequireLogin>
      <MyTickets />
    </RequireLogin>
  );
}
