import { afterEach, expect, it } from "vitest";
import { inTransaction } from "../../platform/database/transaction.ts";
import { createContext } from "../../platform/operation/context.ts";
import { given } from "../../testing/given.ts";
import { expectEquationsHold } from "../../testing/invariants.ts";
import { saleOf } from "../queries.ts";
import { releaseStock, withholdStock } from "./withhold-stock.ts";

const ctx = createContext();
afterEach(expectEquationsHold);

it("takes what remains off sale for every reader, and puts it back", async () => {
  const { id } = await given.saleOpen({ stock: 4, release: { policy: "WAITLIST" } });
  await inTransaction(ctx, (tx) => withholdStock(tx, id));
  expect(await saleOf(ctx, id)).toMatchObject({ remainingStock: 0, status: "SOLDOUT", totalStock: 4 });
  await inTransaction(ctx, (tx) => releaseStock(tx, id));
  expect(await saleOf(ctx, id)).toMatchObject({ remainingStock: 4, status: "OPEN" });
});
