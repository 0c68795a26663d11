import { RequireLogin } from "#components/auth/require-login.tsx";
import { TicketPicker } from "#components/buyer/holds/ticket-picker.tsx";
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
    <PageMessages of={["catalog", "hold", "loginEnded", "queue", "seatName", "seats"]}>
      <RequireLogin>
        <TicketPicker eventSessionId={id} />
      </RequireLogin>
    </PageMessages>
  ),
  (id) => orNotFound(saleOf(createContext(), id)),
);
