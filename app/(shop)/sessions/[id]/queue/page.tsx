import { QueueRoom } from "#components/buyer/queue/queue-room.tsx";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { idPage } from "#components/shell/id-page.tsx";
import { eventSessionId } from "#server/catalog/contract.ts";
import { saleOf } from "#server/catalog/queries.ts";
import { createContext } from "#server/platform/operation/context.ts";
import { orNotFound } from "../../../../or-not-found.ts";

export default idPage(
  "id",
  eventSessionId,
  (id) => (
    <PageMessages of={["catalog", "loginEnded", "queue"]}>
      <QueueRoom eventSessionId={id} />
    </PageMessages>
  ),
  (id) => orNotFound(saleOf(createContext(), id)),
);
