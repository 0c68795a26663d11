import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { auditLog } from "#db/schema/platform.ts";
import { cancelOrder } from "#server/checkout/commands/cancel-order.ts";
import { inTransaction } from "#server/platform/database/transaction.ts";
import { systemContext } from "#server/platform/operation/context.ts";
import { shortCodeOf } from "#server/platform/values/id-forms.ts";
import { eraseAddressesOfUser } from "#server/shipping/addresses.store.ts";
import { reasonOf } from "#server/testing/accounts.ts";
import { given, givenAddress, newKey } from "#server/testing/given.ts";
import { givenParcel } from "#server/testing/paper.ts";
import { readAddresses } from "./read-addresses.ts";

const { type: _, ...address } = givenAddress;
const looksAt = (id: string) =>
  db
    .select()
    .from(auditLog)
    .where(and(eq(auditLog.target, id), eq(auditLog.action, "fulfillment.read-addresses")));

describe("the addresses of parcels", () => {
  it("are opened for who ships them, and each look is a record without the address", async () => {
    const { id, orderId, seller } = await givenParcel("preparing");
    const admin = await given.person("ADMIN");
    const look = { ids: [id], purpose: "look" as const };
    const { parcels } = await readAddresses(seller.ctx(), look);
    expect(parcels).toMatchObject([
      {
        ...{ id, orderId, orderNumber: shortCodeOf(orderId), status: "preparing", isToBeSent: true },
        ...{ quantity: 2, seats: [], address: { ...address, phone: "+821000000001" } },
      },
    ]);
    await readAddresses(admin.ctx(), { ...look, purpose: "print" });
    const records = await looksAt(id);
    expect(records.map(({ actorId, meta }) => [actorId, meta?.purpose])).toEqual([
      [seller.userId, "look"],
      [admin.userId, "print"],
    ]);
    expect(JSON.stringify(records)).not.toContain(address.recipient);
  });

  it("are closed to the seller of another event, to the buyer, and to someone who names one that is not theirs", async () => {
    const [mine, foreign] = [await givenParcel("preparing"), await givenParcel("preparing")];
    const read = (by: typeof mine.seller, ids: (typeof mine.id)[]) =>
      reasonOf(readAddresses(by.ctx(), { ids, purpose: "print" }));
    expect(await read(mine.seller, [mine.id, foreign.id])).toBe("not_found");
    expect(await read(mine.buyer, [mine.id])).toBe("forbidden");
    expect(await looksAt(mine.id)).toEqual([]);
    expect(await looksAt(foreign.id)).toEqual([]);
  });

  it("are those of everything that is being prepared, where none is named, and of one event session", async () => {
    const seller = await given.person("SELLER");
    const [first, second] = [await givenParcel("preparing", seller), await givenParcel("preparing", seller)];
    await givenParcel("pending", seller);
    const all = await readAddresses(seller.ctx(), { purpose: "print" });
    expect(all.parcels.map(({ id }) => id)).toEqual([first.id, second.id]);
    expect(all.hasMore).toBe(false);
    const one = await readAddresses(seller.ctx(), { session: second.sale.id, purpose: "print" });
    expect(one.parcels.map(({ id }) => id)).toEqual([second.id]);
  });

  it("say at the moment of reading that an order was cancelled or an address erased meanwhile", async () => {
    const seller = await given.person("SELLER");
    const [gone, erased] = [await givenParcel("preparing", seller), await givenParcel("preparing", seller)];
    await cancelOrder(gone.buyer.ctx(newKey()), { id: gone.orderId });
    await inTransaction(systemContext("test"), (tx) => eraseAddressesOfUser(tx, erased.buyer.userId));
    const { parcels } = await readAddresses(seller.ctx(), { ids: [gone.id, erased.id], purpose: "print" });
    expect(parcels).toMatchObject([
      { status: "cancelled", isToBeSent: false, quantity: 0 },
      { status: "preparing", isToBeSent: true, address: null },
    ]);
  });
});
