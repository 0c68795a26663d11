import { PageMessages } from "#components/i18n/page-messages.tsx";
import { ConnectPage } from "#components/seller/connect/connect-page.tsx";
import { idPage } from "#components/shell/id-page.tsx";
import { integrationSessionId } from "#server/integration/contract.ts";
import { requireVisibleSession } from "#server/integration/queries.ts";
import { LightPage } from "../../../../light-page.tsx";
import { privateOrNotFound } from "../../../../or-not-found.ts";

export default idPage(
  "integrationSessionId",
  integrationSessionId,
  (id) => (
    <PageMessages of={["connect", "integrationReason", "loginEnded"]}>
      <LightPage
        name="sellerConnecting"
        view={ConnectPage}
        props={{ integrationSessionId: id }}
        ahead={({ integration }, client) => client.fetchQuery(integration.session.queryOptions({ id }))}
      />
    </PageMessages>
  ),
  (id) => privateOrNotFound((ctx) => requireVisibleSession(ctx, id)),
);
