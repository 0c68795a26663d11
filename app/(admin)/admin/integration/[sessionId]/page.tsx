import { SessionPage } from "#components/operator/integration/integration-session-page.tsx";
import { RequireAdmin } from "#components/operator/shell/require-admin.tsx";
import { idPage } from "#components/shell/id-page.tsx";
import { integrationSessionId } from "#server/integration/contract.ts";
import { getHistory } from "#server/integration/queries.ts";
import { privateOrNotFound } from "../../../../or-not-found.ts";

export default idPage(
  "sessionId",
  integrationSessionId,
  (id) => (
    <RequireAdmin>
      <SessionPage integrationSessionId={id} />
    </RequireAdmin>
  ),
  (id) => privateOrNotFound((ctx) => getHistory(ctx, { id })),
);
