import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "#db/client.ts";
import { holds } from "#db/schema/holds.ts";
import { saleOf } from "../../catalog/queries.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { createContext, systemContext } from "../../platform/operation/context.ts";
import { clock } from "../../testing/clock.ts";
import { given } from "../../testing/given.ts";
import { expireDueHolds } from "../commands/expire-due-holds.ts";
import { releaseHold } from "../commands/release-hold.ts";
import type { HoldId } from "../contract.ts";
import { freezeHolds, unfreezeHold } from "../store.ts";
import { freezeLiveHold } from "./freeze-live-hold.ts";

const ctx = systemContext("holds.expire");

async function givenHold() {
  const { id: eventSessionId } = await given.saleOpen({ stock: 2 });
  const buyer = await given.person();
  const { holdId } = await given.hold(buyer, eventSessionId, 2);
  return { holdId, buyer, eventSessionId };
}

const freeze = (id: HoldId) => inTransaction(ctx, (tx) => freezeLiveHold(tx, id));
const row = async (id: HoldId) => (await db.select().from(holds).where(eq(holds.id, id)))[0];
const left = async (id: Parameters<typeof saleOf>[1]) => (await saleOf(createContext(), id)).remainingStock;

it("keeps a live hold until twenty minutes after it began, from others and from its buyer", async () => {
  const { holdId, buyer, eventSessionId } = await givenHold();
  await clock.move(100);
  expect(await freeze(holdId)).toBe(true);
  await expect(releaseHold(buyer.ctx(), { holdId })).rejects.toMatchObject({ reason: "payment_under_way" });
  await clock.move(1099);
  await expireDueHolds(ctx, {});
  expect(await left(eventSessionId)).toBe(0);
  await clock.move(2);
  await expireDueHolds(ctx, {});
  expect(await left(eventSessionId)).toBe(2);
  expect(await releaseHold(buyer.ctx(), { holdId })).toMatchObject({ status: "EXPIRED" });
});

it("does not bring back one whose time is over, though its stock is not on sale yet", async () => {
  const { holdId } = await givenHold();
  await clock.move(121);
  expect(await freeze(holdId)).toBe(false);
  expect(await row(holdId)).toMatchObject({ frozen: false, state: "ACTIVE" });
});

it("keeps the stock of one whose outcome is unknown, where it was not taken yet", async () => {
  const [kept, gone] = [await givenHold(), await givenHold()];
  await clock.move(121);
  await given.hold(await given.person(), gone.eventSessionId, 2);
  await inTransaction(ctx, (tx) => freezeHolds(tx, [kept.holdId, gone.holdId]));
  expect(await row(kept.holdId)).toMatchObject({ frozen: true, state: "ACTIVE" });
  expect(await row(gone.holdId)).toMatchObject({ frozen: false, state: "EXPIRED" });
  const other = await given.person();
  await expect(given.hold(other, kept.eventSessionId)).rejects.toMatchObject({ status: 409 });
});

it("gives it back to its buyer for what is left of its time", async () => {
  const { holdId, buyer } = await givenHold();
  const before = await row(holdId);
  if (!before) throw new Error("there is no hold");
  await freeze(holdId);
  await inTransaction(ctx, (tx) => unfreezeHold(tx, holdId, before.expiresAt));
  expect(await row(holdId)).toEqual(before);
  expect(await releaseHold(buyer.ctx(), { holdId })).toMatchObject({ status: "RELEASED" });
});
