import { ChangeSeatsPage } from "#components/buyer/checkout/change-seats-page.tsx";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { idPage } from "#components/shell/id-page.tsx";
import { getPurchase } from "#server/checkout/queries.ts";
import { holdId } from "#server/holds/contract.ts";
import { LightPage } from "../../../../light-page.tsx";
import { privateOrNotFound } from "../../../../or-not-found.ts";

export default idPage(
  "holdId",
  holdId,
  (id) => (
    <PageMessages of={["checkout", "holdOver", "loginEnded", "outlook", "seatMap", "seatName", "seats"]}>
      <LightPage
        name="seats"
        view={ChangeSeatsPage}
        props={{ holdId: id }}
        ahead={async ({ catalog, checkout }, client) => {
          const { sessionId } = await client.fetchQuery(checkout.purchase.queryOptions({ holdId: id }));
          await client.fetchQuery(catalog.getEventSession.queryOptions({ eventSessionId: sessionId }));
        }}
      />
    </PageMessages>
  ),
  (holdId) => privateOrNotFound((ctx) => getPurchase(ctx, { holdId })),
);
