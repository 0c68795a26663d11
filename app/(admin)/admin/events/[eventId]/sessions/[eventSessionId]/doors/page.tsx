import { notFound } from "next/navigation";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { RequireAdmin } from "#components/operator/shell/require-admin.tsx";
import { DoorsPage } from "#components/organizer/doors/doors-page.tsx";
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
    <PageMessages of={["doors", "loginEnded"]}>
      <RequireAdmin>
        <LightPage
          name="adminDoors"
          view={DoorsPage}
          props={{ area: "admin", eventId: event.data, eventSessionId: eventSession.data }}
        />
      </RequireAdmin>
    </PageMessages>
  );
}
