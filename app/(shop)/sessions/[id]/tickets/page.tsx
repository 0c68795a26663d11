import { preload } from "react-dom";
import { RequireLogin } from "#components/auth/require-login.tsx";
import { TicketPicker } from "#components/buyer/holds/ticket-picker.tsx";
import { drawingAddress } from "#components/buyer/seats/drawing-address.ts";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { idPage } from "#components/shell/id-page.tsx";
import { type EventSessionId, eventSessionId } from "#server/catalog/contract.ts";
import { getEventSession, saleOf } from "#server/catalog/queries.ts";
import { createContext } from "#server/platform/operation/context.ts";
import { orNotFound } from "../../../../or-not-found.ts";

export default idPage(
  "id",
  eventSessionId,
  (id) => (
    <PageMessages of={["catalog", "hold", "loginEnded", "queue", "seatMap", "seatName", "seats"]}>
      <DrawingPreload id={id} />
      <RequireLogin>
        <TicketPicker eventSessionId={id} />
      </RequireLogin>
    </PageMessages>
  ),
  (id) => orNotFound(saleOf(createContext(), id)),
);

/**
 * Has the browser fetch the drawing of the seats beside the page's scripts, which would ask for it late. Of an event that not
 * everyone may see they ask alone.
 */
async function DrawingPreload({ id }: { id: EventSessionId }) {
  const sale = await getEventSession(createContext(), { eventSessionId: id }).catch(() => null);
  if (sale?.drawingVersion)
    preload(drawingAddress(id, sale.drawingVersion), { as: "fetch", crossOrigin: "anonymous" });
  return null;
}
