import { notFound } from "next/navigation";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { RequireAdmin } from "#components/operator/shell/require-admin.tsx";
import { EditSession } from "#components/organizer/edit-session.tsx";
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
      <RequireAdmin>
        <LightPage
          name="adminEditSession"
          view={EditSession}
          props={{ area: "admin", eventId: event.data, eventSessionId: eventSession.data }}
        />
      </RequireAdmin>
    </PageMessages>
  );
}
