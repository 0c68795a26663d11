import { QueueRoom } from "#components/buyer/queue/queue-room.tsx";
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
    <PageMessages of={["catalog", "loginEnded", "push", "queue"]}>
      <LightPage
        name="queue"
        view={QueueRoom}
        props={{ eventSessionId: id }}
        ahead={async ({ catalog, queue }, client) => {
          const mine = client.fetchQuery(queue.mine.queryOptions({ sessionId: id }));
          await client.fetchQuery(catalog.getEventSession.queryOptions({ eventSessionId: id }));
          const place = await mine;
          await (place
            ? client.fetchQuery(queue.status.queryOptions({ token: place.queueToken }))
            : client.fetchQuery(queue.serving.queryOptions({ sessionId: id })));
        }}
      />
    </PageMessages>
  ),
  (id) => orNotFound(saleOf(createContext(), id)),
);
