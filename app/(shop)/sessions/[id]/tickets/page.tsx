import { RequireLogin } from "#components/auth/require-login.tsx";
import { TicketPicker } from "#components/holds/ticket-picker.tsx";
import { idPage } from "#components/shell/id-page.tsx";
import { eventSessionId } from "#server/catalog/contract.ts";

export default idPage("id", eventSessionId, (id) => (
  <RequireLogin>
    <TicketPicker sessionId={id} />
  </RequireLogin>
));
