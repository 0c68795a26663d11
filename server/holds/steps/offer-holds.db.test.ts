import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "#db/client.ts";
import { holds } from "#db/schema/holds.ts";
import { lockSale } from "../../catalog/steps/lock-sale.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { createContext } from "../../platform/operation/context.ts";
import { given } from "../../testing/given.ts";
import { givenHall } from "../../testing/halls.ts";
import { acceptOffered, offerHolds } from "./offer-holds.ts";

const ctx = createContext();
const as = { kind: "system", job: "test" } as const;
const offer = (
  id: Parameters<typeof lockSale>[1],
  wanted: readonly { userId: `user_${string}`; quantity: number }[],
) =>
  inTransaction(ctx, async (tx) => {
    const sale = await lockSale(tx, id);
    const expiresAt = new Date(sale.now.getTime() + 60_000);
    return [...(await offerHolds(tx, sale, { wanted, expiresAt, as })).values()];
  });
const holdOf = async (id: `hold_${string}` | undefined) => {
  const [row] = await db
    .select()
    .from(holds)
    .where(eq(holds.id, id ?? "hold_"));
  return row;
};

it("holds seats of a map for each, none twice", async () => {
  const { id } = await givenHall({});
  const [one, other] = await given.two();
  const made = await offer(id, [
    { userId: one.userId, quantity: 2 },
    { userId: other.userId, quantity: 2 },
  ]);
  const seats = (await Promise.all(made.map(holdOf))).flatMap((hold) => hold?.seatIds ?? []);
  expect(seats).toHaveLength(4);
  expect(new Set(seats).size).toBe(4);
});

it("makes an offered hold its buyer's once", async () => {
  const { id } = await given.saleOpen();
  const { userId } = await given.person();
  const [holdId = "hold_"] = await offer(id, [{ userId, quantity: 1 }]);
  expect(await holdOf(holdId)).toMatchObject({ offered: true, state: "ACTIVE" });
  expect(await inTransaction(ctx, (tx) => acceptOffered(tx, holdId))).toBe(true);
  expect(await inTransaction(ctx, (tx) => acceptOffered(tx, holdId))).toBe(false);
});
