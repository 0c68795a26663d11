import { SessionWaitlist } from "#components/buyer/waitlist/session-waitlist.tsx";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { idPage } from "#components/shell/id-page.tsx";
import { eventSessionId } from "#server/catalog/contract.ts";
import { saleOf } from "#server/catalog/queries.ts";
import { createContext } from "#server/platform/operation/context.ts";
import { LightPage } from "../../../../light-page.tsx";
import { orNotFound } from "../../../../or-not-found.ts";

export default idPage(
  "id",
  eventSessionId,
  (id) => (
    <PageMessages of={["loginEnded", "push", "state", "waitlist"]}>
      <LightPage
        name="waitlist"
        view={SessionWaitlist}
        props={{ eventSessionId: id }}
        ahead={({ catalog, waitlist }, client) =>
          Promise.all([
            client.fetchQuery(catalog.getEventSession.queryOptions({ eventSessionId: id })),
            client.fetchQuery(waitlist.ofSession.queryOptions({ sessionId: id })),
          ])
        }
      />
    </PageMessages>
  ),
  (id) => orNotFound(saleOf(createContext(), id)),
);
