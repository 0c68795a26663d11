import { SessionPage } from "#components/integration/session-page.tsx";
import { idPage } from "#components/shell/id-page.tsx";
import { integrationSessionId } from "#server/integration/contract.ts";

export default idPage("sessionId", integrationSessionId, (id) => <SessionPage sessionId={id} />);
