import { RequireLogin } from "#components/auth/require-login.tsx";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { ConnectPage } from "#components/seller/connect/connect-page.tsx";
import { idPage } from "#components/shell/id-page.tsx";
import { integrationSessionId } from "#server/integration/contract.ts";
import { requireVisibleSession } from "#server/integration/queries.ts";
import { privateOrNotFound } from "../../../../or-not-found.ts";

export default idPage(
  "integrationSessionId",
  integrationSessionId,
  (id) => (
    <PageMessages of={["connect", "integrationReason", "loginEnded"]}>
      <RequireLogin>
        <ConnectPage integrationSessionId={id} />
      </RequireLogin>
    </PageMessages>
  ),
  (id) => privateOrNotFound((ctx) => requireVisibleSession(ctx, id)),
);
