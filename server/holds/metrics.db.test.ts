import { expect, it } from "vitest";
import { catalogErrors } from "../catalog/errors.ts";
import { inTransaction } from "../platform/database/transaction.ts";
import { createContext } from "../platform/operation/context.ts";
import { rateOf } from "../platform/redis/counters.ts";
import { holdErrors } from "./errors.ts";
import { countHolds, holdsGiven, holdsRefused } from "./metrics.ts";
import { HOLDS_REFUSED } from "./policy.ts";

const ctx = createContext();
const countsOf = async (metric: typeof holdsGiven | typeof holdsRefused) =>
  (await metric.get()).values.map(({ labels, value }) => [labels, value]);

it("counts for Prometheus by reason, and for the alert all refusals of all processes together", async () => {
  await inTransaction(ctx, async (tx) =>
    countHolds(tx, 3, [
      holdErrors.duplicate_hold(),
      catalogErrors.insufficient_stock(),
      holdErrors.duplicate_hold(),
    ]),
  );
  await inTransaction(ctx, async (tx) => countHolds(tx, 2, []));
  expect(await countsOf(holdsGiven)).toEqual([[{}, 5]]);
  expect(await countsOf(holdsRefused)).toEqual([
    [{ reason: "duplicate_hold" }, 2],
    [{ reason: "insufficient_stock" }, 1],
  ]);
  expect((await rateOf(ctx, HOLDS_REFUSED)).recent).toBe(3);
});
