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
    <PageMessages of={["catalog", "loginEnded", "queue"]}>
      <LightPage name="queue" view={QueueRoom} props={{ eventSessionId: id }} />
    </PageMessages>
  ),
  (id) => orNotFound(saleOf(createContext(), id)),
);
