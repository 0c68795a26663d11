import { expect, it } from "vitest";
import { eventIdOf } from "../../catalog/sales.store.ts";
import { cancelSale } from "../../catalog/steps/cancel-sale.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { given } from "../../testing/given.ts";
import { listCancellations } from "../queries.ts";
import { beginRefunds } from "./begin-refunds.ts";

it("records who cancelled which event session and why", async () => {
  const admin = await given.person("ADMIN");
  const { id } = await given.saleOpen();
  const eventId = await eventIdOf(admin.ctx(), id);
  const said = { reason: "사정", cancelledById: admin.userId };
  await inTransaction(admin.ctx(), async (tx) => {
    await cancelSale(tx, id, said.reason);
    await beginRefunds(tx, { eventSessionIds: [], ...said });
    await beginRefunds(tx, { eventSessionIds: [id], ...said });
  });
  expect(await listCancellations(admin.ctx(), { eventId })).toMatchObject([
    { eventSessionId: id, reason: said.reason, doneAt: null },
  ]);
});
