import { TicketPicker } from "#components/buyer/holds/ticket-picker.tsx";
import { drawingAddress } from "#components/buyer/seats/drawing-address.ts";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { idPage } from "#components/shell/id-page.tsx";
import { type EventSessionId, eventSessionId } from "#server/catalog/contract.ts";
import { getEventSession, saleOf } from "#server/catalog/queries.ts";
import { createContext } from "#server/platform/operation/context.ts";
import { LightPage } from "../../../../light-page.tsx";
import { orNotFound } from "../../../../or-not-found.ts";

export default idPage(
  "id",
  eventSessionId,
  (id) => (
    <PageMessages of={["catalog", "hold", "loginEnded", "queue", "seatMap", "seatName", "seats"]}>
      <Tickets id={id} />
    </PageMessages>
  ),
  (id) => orNotFound(saleOf(createContext(), id)),
);

/**
 * Has the browser fetch the map of an event session beside the page's scripts, which would ask for it late. Of an event that
 * not everyone may see they ask alone.
 */
async function Tickets({ id }: { id: EventSessionId }) {
  const sale = await getEventSession(createContext(), { eventSessionId: id }).catch(() => null);
  const drawing = sale?.drawingVersion ?? null;
  return (
    <LightPage
      name="tickets"
      view={TicketPicker}
      props={{ eventSessionId: id }}
      parts={drawing === null ? [] : ["hall-chooser"]}
      fetches={drawing === null ? [] : [drawingAddress(id, drawing)]}
      ahead={({ catalog, holds, queue }, client) =>
        Promise.all([
          client.fetchQuery(holds.active.queryOptions({ sessionId: id })),
          client.fetchQuery(queue.mine.queryOptions({ sessionId: id })),
          client.fetchQuery(catalog.getEventSession.queryOptions({ eventSessionId: id })),
          client.fetchQuery(queue.serving.queryOptions({ sessionId: id })),
          drawing !== null && client.fetchQuery(holds.seatStates.queryOptions({ id })),
        ])
      }
    />
  );
}
