import { PageMessages } from "#components/i18n/page-messages.tsx";
import { RequireAdmin } from "#components/operator/shell/require-admin.tsx";
import { EventsPage } from "#components/organizer/events-page.tsx";
import { LightPage } from "../../../light-page.tsx";

export default function Page() {
  return (
    <PageMessages of={["catalog", "loginEnded", "organizer"]}>
      <RequireAdmin>
        <LightPage name="adminEvents" view={EventsPage} props={{ area: "admin" }} />
      </RequireAdmin>
    </PageMessages>
  );
}
