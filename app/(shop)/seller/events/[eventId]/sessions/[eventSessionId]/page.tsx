import { notFound } from "next/navigation";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { EditSession } from "#components/organizer/edit-session.tsx";
import { RequireOrganizer } from "#components/organizer/require-organizer.tsx";
import { eventId, eventSessionId } from "#server/catalog/contract.ts";
import { LightPage } from "../../../../../../light-page.tsx";

interface Props {
  params: Promise<{ eventId: string; eventSessionId: string }>;
}

export default async function Page({ params }: Props) {
  const given = await params;
  const event = eventId.safeParse(given.eventId);
  const eventSession = eventSessionId.safeParse(given.eventSessionId);
  if (!event.success || !eventSession.success) notFound();
  return (
    <PageMessages of={["loginEnded", "organizer", "seatMap"]}>
      <RequireOrganizer>
        <LightPage
          name="sellerEditSession"
          view={EditSession}
          props={{ area: "seller", eventId: event.data, eventSessionId: eventSession.data }}
        />
      </RequireOrganizer>
    </PageMessages>
  );
}
