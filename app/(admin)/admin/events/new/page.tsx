import { PageMessages } from "#components/i18n/page-messages.tsx";
import { RequireAdmin } from "#components/operator/shell/require-admin.tsx";
import { NewEvent } from "#components/organizer/new-event.tsx";
import { LightPage } from "../../../../light-page.tsx";

export default function Page() {
  return (
    <PageMessages of={["loginEnded", "organizer", "seatMap"]}>
      <RequireAdmin>
        <LightPage name="adminNewEvent" view={NewEvent} props={{ area: "admin" }} />
      </RequireAdmin>
    </PageMessages>
  );
}
