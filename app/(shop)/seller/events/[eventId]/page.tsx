import { PageMessages } from "#components/i18n/page-messages.tsx";
import { EventPage } from "#components/organizer/event-page.tsx";
import { RequireOrganizer } from "#components/organizer/require-organizer.tsx";
import { idPage } from "#components/shell/id-page.tsx";
import { eventId } from "#server/catalog/contract.ts";
import { LightPage } from "../../../../light-page.tsx";

export default idPage("eventId", eventId, (id) => (
  <PageMessages of={["catalog", "loginEnded", "organizer"]}>
    <RequireOrganizer>
      <LightPage
        name="sellerEvent"
        view={EventPage}
        props={{ area: "seller", eventId: id }}
        ahead={({ catalog }, client) =>
          client.fetchQuery(catalog.getManagedEvent.queryOptions({ eventId: id }))
        }
      />
    </RequireOrganizer>
  </PageMessages>
));
