import { eq, sql } from "drizzle-orm";
import { afterEach, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { holdCounts } from "#db/schema/holds.ts";
import type { EventSessionId } from "../catalog/contract.ts";
import { cancelOrder } from "../checkout/commands/cancel-order.ts";
import { systemContext } from "../platform/operation/context.ts";
import { clock } from "../testing/clock.ts";
import { given, newKey } from "../testing/given.ts";
import { expectEquationsHold } from "../testing/invariants.ts";
import { expireDueHolds } from "./commands/expire-due-holds.ts";
import { releaseHold } from "./commands/release-hold.ts";
import { mergeCounts } from "./counts.store.ts";
import { HOLD_SECONDS } from "./values.ts";

afterEach(expectEquationsHold);
const job = systemContext("holds.merge-counts");

const rowsOf = (id: EventSessionId) =>
  db.select().from(holdCounts).where(eq(holdCounts.eventSessionId, id)).orderBy(holdCounts.seq);

async function countsOf(id: EventSessionId) {
  const [sums] = await db.execute<Record<"held" | "paying" | "sold", number>>(sql`
    select sum(held)::int as held, sum(paying)::int as paying, sum(sold)::int as sold
    from hold_counts where event_session_id = ${id}`);
  return sums;
}

it("follows tickets from hold to sale and back, by whatever way they go", async () => {
  const { id } = await given.saleOpen({ stock: 20 });
  const [buyer, other] = await given.two();
  const { holdId } = await given.hold(buyer, id, 2);
  expect(await countsOf(id)).toEqual({ held: 2, paying: 0, sold: 0 });
  const { pgPaymentId, orderId } = await given.checkout(other, id, 3);
  expect(await countsOf(id)).toEqual({ held: 2, paying: 3, sold: 0 });
  await given.callback(pgPaymentId, "SUCCESS");
  expect(await countsOf(id)).toEqual({ held: 2, paying: 0, sold: 3 });
  await releaseHold(buyer.ctx(), { holdId });
  await cancelOrder(other.ctx(newKey()), { id: orderId });
  expect(await countsOf(id)).toEqual({ held: 0, paying: 0, sold: 0 });
  await given.hold(buyer, id, 1);
  await given.checkout(other, id, 1);
  await clock.move(HOLD_SECONDS + 1);
  await expireDueHolds(systemContext("holds.expire"), {});
  expect(await countsOf(id)).toEqual({ held: 0, paying: 1, sold: 0 });
});

it("makes one row of several, while others count on, and tells the same", async () => {
  const { id } = await given.saleOpen({ stock: 20 });
  const people = await given.people(6);
  for (const person of people.slice(0, 3)) await given.hold(person, id, 1);
  await Promise.all([
    ...people.slice(3).map((person) => given.paidOrder(person, id, 2)),
    ...[1, 2, 3].map(() => mergeCounts(job)),
  ]);
  expect(await countsOf(id)).toEqual({ held: 3, paying: 0, sold: 6 });
  await mergeCounts(job);
  const [only, ...others] = await rowsOf(id);
  expect(only).toMatchObject({ held: 3, paying: 0, sold: 6 });
  expect(others).toEqual([]);
  await mergeCounts(job);
  expect(await rowsOf(id)).toEqual([only]);
});
