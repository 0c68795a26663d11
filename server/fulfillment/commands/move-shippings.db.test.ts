import { and, eq } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { auditLog, stateHistory } from "#db/schema/platform.ts";
import { movePerson } from "#server/auth/commands/move-person.ts";
import { reasonOf } from "#server/testing/accounts.ts";
import { given } from "#server/testing/given.ts";
import { expectEquationsHold } from "#server/testing/invariants.ts";
import { givenParcel, moveParcel, parcelNow } from "#server/testing/paper.ts";
import { moveShippings } from "./move-shippings.ts";

afterEach(expectEquationsHold);

const stepsTo = (id: string, state: string) =>
  db
    .select()
    .from(stateHistory)
    .where(and(eq(stateHistory.entityId, id), eq(stateHistory.toState, state)));

describe("parcels that are moved together", () => {
  it("end each by itself: moved, there already, or refused with the reason", async () => {
    const seller = await given.person("SELLER");
    const [pending, preparing, arrived, foreign] = [
      await givenParcel("pending", seller),
      await givenParcel("preparing", seller),
      await givenParcel("delivered", seller),
      await givenParcel("pending"),
    ];
    const ids = [pending.id, preparing.id, arrived.id, foreign.id, pending.id];
    const { results } = await moveShippings(seller.ctx(), { ids, to: "preparing" });
    expect(results).toEqual([
      { id: pending.id, outcome: "moved", reason: null, params: {} },
      { id: preparing.id, outcome: "unchanged", reason: null, params: {} },
      {
        ...{ id: arrived.id, outcome: "refused", reason: "illegal_transition" },
        params: { machine: "shipping", from: "delivered", to: "preparing" },
      },
      { id: foreign.id, outcome: "refused", reason: "not_found", params: expect.anything() },
    ]);
    expect(await parcelNow(foreign.id)).toMatchObject({ shipping: "pending" });
    expect(await parcelNow(pending.id)).toMatchObject({ shipping: "preparing" });
  });

  it("are moved once, however often and by how many at once it is asked", async () => {
    const { id, seller } = await givenParcel("in_transit");
    const move = () => moveShippings(seller.ctx(), { ids: [id], to: "lost", reason: "택배사에 없음" });
    const ended = (await Promise.all([move(), move(), move()])).flatMap(({ results }) =>
      results.map(({ outcome }) => outcome),
    );
    expect(ended.sort()).toEqual(["moved", "unchanged", "unchanged"]);
    expect(await stepsTo(id, "lost")).toHaveLength(1);
    expect((await move()).results).toMatchObject([{ outcome: "unchanged" }]);
    const records = await db.select().from(auditLog).where(eq(auditLog.target, id));
    expect(records.filter(({ meta }) => meta?.note === "택배사에 없음").length).toBeGreaterThan(0);
  });

  it("are no more than two hundred, and go to no state that gives money back or needs a number of its own", async () => {
    const { id, seller } = await givenParcel("returned");
    const ask = (input: object) => reasonOf(moveShippings(seller.ctx(), input as never));
    expect(await ask({ ids: Array(201).fill(id), to: "preparing" })).toBe("invalid_argument");
    for (const to of ["shipped", "refunded", "compensated", "cancelled"])
      expect(await ask({ ids: [id], to, reason: "x" })).toBe("invalid_argument");
    expect(await ask({ ids: [id], to: "lost" })).toBe("invalid_argument");
    expect(await parcelNow(id)).toMatchObject({ shipping: "returned", refunded: 0 });
  });

  it("are for sellers and operators who may still log in", async () => {
    const { id, buyer } = await givenParcel();
    expect(await reasonOf(moveShippings(buyer.ctx(), { ids: [id], to: "preparing" }))).toBe("forbidden");
    const [admin, other] = [await given.person("ADMIN"), await given.person("ADMIN")];
    await movePerson(admin.ctx(), { userId: other.userId, to: "SUSPENDED" });
    expect((await moveShippings(admin.ctx(), { ids: [id], to: "preparing" })).results).toMatchObject([
      { outcome: "moved" },
    ]);
  });
});

it("finds a lost parcel, or pays for it, with the order and the money", async () => {
  const [found, gone] = [await givenParcel("lost"), await givenParcel("lost")];
  for (const { id, seller } of [found, gone])
    await moveShippings(seller.ctx(), { ids: [id], to: "investigating" });
  await moveShippings(found.seller.ctx(), { ids: [found.id], to: "found" });
  await moveShippings(found.seller.ctx(), { ids: [found.id], to: "delivered" });
  await moveParcel(gone, "compensated");
  expect(await parcelNow(found.id)).toMatchObject({ order: "delivered", valid: 2, refunded: 0 });
  expect(await parcelNow(gone.id)).toMatchObject({
    order: "cancelled",
    valid: 0,
    refunded: 103_000,
    fee: 3000,
  });
});
