import { notFound } from "next/navigation";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { RequireAdmin } from "#components/operator/shell/require-admin.tsx";
import { GuestsPage } from "#components/organizer/guests/guests-page.tsx";
import { eventId, eventSessionId } from "#server/catalog/contract.ts";
import { LightPage } from "../../../../../../../light-page.tsx";

interface Props {
  params: Promise<{ eventId: string; eventSessionId: string }>;
}

export default async function Page({ params }: Props) {
  const given = await params;
  const event = eventId.safeParse(given.eventId);
  const eventSession = eventSessionId.safeParse(given.eventSessionId);
  if (!event.success || !eventSession.success) notFound();
  return (
    <PageMessages of={["csvFile", "guestList", "loginEnded"]}>
      <RequireAdmin>
        <LightPage
          name="adminGuests"
          view={GuestsPage}
          props={{ area: "admin", eventId: event.data, eventSessionId: eventSession.data }}
        />
      </RequireAdmin>
    </PageMessages>
  );
}
