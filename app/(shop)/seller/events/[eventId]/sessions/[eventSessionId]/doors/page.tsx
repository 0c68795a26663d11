import { notFound } from "next/navigation";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { DoorsPage } from "#components/organizer/doors/doors-page.tsx";
import { RequireOrganizer } from "#components/organizer/require-organizer.tsx";
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
    <PageMessages of={["doors", "loginEnded", "organizer"]}>
      <RequireOrganizer>
        <LightPage
          name="sellerDoors"
          view={DoorsPage}
          props={{ area: "seller", eventId: event.data, eventSessionId: eventSession.data }}
        />
      </RequireOrganizer>
    </PageMessages>
  );
}
