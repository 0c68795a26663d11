import { PageMessages } from "#components/i18n/page-messages.tsx";
import { SessionPage } from "#components/operator/integration/integration-session-page.tsx";
import { RequireAdmin } from "#components/operator/shell/require-admin.tsx";
import { idPage } from "#components/shell/id-page.tsx";
import { integrationSessionId } from "#server/integration/contract.ts";
import { getHistory } from "#server/integration/queries.ts";
import { LightPage } from "../../../../light-page.tsx";
import { privateOrNotFound } from "../../../../or-not-found.ts";

export default idPage(
  "integrationSessionId",
  integrationSessionId,
  (id) => (
    <PageMessages of={["integration", "integrationReason", "loginEnded", "state"]}>
      <RequireAdmin>
        <LightPage name="adminIntegrationSession" view={SessionPage} props={{ integrationSessionId: id }} />
      </RequireAdmin>
    </PageMessages>
  ),
  (id) => privateOrNotFound((ctx) => getHistory(ctx, { id })),
);
