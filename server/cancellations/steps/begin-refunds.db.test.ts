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
  await inTransaction(admin.ctx(), async (tx) => {
    await cancelSale(tx, id, "사정");
    await beginRefunds(tx, { eventSessionIds: [], cancelledById: admin.userId });
    await beginRefunds(tx, { eventSessionIds: [id], cancelledById: admin.userId });
  });
  expect(await listCancellations(admin.ctx(), { eventId })).toMatchObject([
    { eventSessionId: id, reason: "사정", doneAt: null },
  ]);
});
