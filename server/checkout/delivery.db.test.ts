import { eq } from "drizzle-orm";
import { afterEach, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { deliveryAddresses, shippings } from "#db/schema/shipping.ts";
import { updateEventSession } from "#server/catalog/commands/update-event-session.ts";
import { getEventSession } from "#server/catalog/queries.ts";
import { releaseHold } from "#server/holds/commands/release-hold.ts";
import { copyData } from "#server/privacy/commands/copy-data.ts";
import { eraseAddressesOfUser } from "#server/shipping/addresses.store.ts";
import { eraseOldAddresses } from "#server/shipping/jobs/erase-old-addresses.ts";
import { reasonOf } from "#server/testing/accounts.ts";
import { clock } from "#server/testing/clock.ts";
import { given, givenAddress, newKey } from "#server/testing/given.ts";
import { expectEquationsHold } from "#server/testing/invariants.ts";
import { givenParcel, parcelNow } from "#server/testing/paper.ts";
import { inTransaction } from "../platform/database/transaction.ts";
import { systemContext } from "../platform/operation/context.ts";
import { checkOut } from "./commands/check-out.ts";
import { getOrder, getPurchase } from "./queries.ts";

afterEach(expectEquationsHold);

const { type: _, ...address } = givenAddress;
const DAY_SECONDS = 86_400;
const addressOf = async (orderId: `order_${string}`) =>
  (await db.select().from(deliveryAddresses).where(eq(deliveryAddresses.orderId, orderId)))[0];

it("adds the fee to the amount, and the paid order has its parcel and the address that only its buyer reads", async () => {
  const { id } = await given.saleOpen({ paper: true });
  const buyer = await given.person();
  const { orderId, amountKrw } = await given.paidOrder(buyer, id, 2, givenAddress);
  expect(amountKrw).toBe(103_000);
  expect(await getOrder(buyer.ctx(), { id: orderId })).toMatchObject({
    ...{ delivery: "PAPER", amount: 103_000, shippingFee: 3000, shipping: { status: "pending" } },
    address: { ...address, phone: "+821000000001" },
  });
  const admin = await given.person("ADMIN");
  expect(await getOrder(admin.ctx(), { id: orderId })).toMatchObject({ address: null });
  const kept = await addressOf(orderId);
  expect(kept?.sealed).not.toContain("홍길동");
  expect(Buffer.from(kept?.sealed ?? "", "base64url").toString()).not.toContain("세종대로");
});

it("refuses what the event session does not offer, or no more, and the hold lives on", async () => {
  const mobileOnly = await given.saleOpen();
  const buyer = await given.person();
  const { holdId } = await given.hold(buyer, mobileOnly.id);
  const order = (hold: `hold_${string}`, delivery: Parameters<typeof checkOut>[1]["delivery"]) =>
    checkOut(buyer.ctx(newKey()), { holdId: hold, method: "CARD", delivery });
  expect(await reasonOf(order(holdId, givenAddress))).toBe("delivery_not_offered");
  const seller = await given.person("SELLER");
  const paperOnly = await given.saleOpen({ by: seller, startsInHours: 80 });
  await updateEventSession(seller.ctx(), { id: paperOnly.id, delivery: { mobile: false, paper: true } });
  const other = await given.hold(buyer, paperOnly.id);
  expect(await reasonOf(order(other.holdId, undefined))).toBe("delivery_not_offered");
  // Three days before the start, unless the seller says otherwise.
  await updateEventSession(seller.ctx(), { id: paperOnly.id, delivery: { paperUntil: null } });
  const { delivery } = await getEventSession(buyer.ctx(), { eventSessionId: paperOnly.id });
  expect(Date.parse(paperOnly.startsAt) - Date.parse(delivery.paperUntil)).toBe(3 * DAY_SECONDS * 1000);
  await updateEventSession(seller.ctx(), {
    id: paperOnly.id,
    delivery: { paperUntil: new Date(Date.parse(paperOnly.startsAt) - 81 * 3_600_000).toISOString() },
  });
  expect(await reasonOf(order(other.holdId, givenAddress))).toBe("paper_orders_closed");
  expect(await getPurchase(buyer.ctx(), { holdId: other.holdId })).toMatchObject({ standing: "held" });
});

it("takes another address of an order that is not paid, and not the other kind of tickets", async () => {
  const { id } = await given.saleOpen({ paper: true });
  const buyer = await given.person();
  const { holdId, orderId } = await given.checkout(buyer, id, 1, givenAddress);
  const again = (delivery: Parameters<typeof checkOut>[1]["delivery"]) =>
    checkOut(buyer.ctx(newKey()), { holdId, method: "CARD", delivery });
  expect(await reasonOf(again({ type: "MOBILE" }))).toBe("delivery_fixed");
  await again({ ...givenAddress, postcode: "06236" });
  await again(undefined);
  expect(await getOrder(buyer.ctx(), { id: orderId })).toMatchObject({ address: { postcode: "06236" } });
});

it("includes the delivery in what an idempotency key stands for", async () => {
  const { id } = await given.saleOpen({ paper: true });
  const buyer = await given.person();
  const { holdId } = await given.hold(buyer, id);
  const key = newKey();
  const order = (delivery: Parameters<typeof checkOut>[1]["delivery"]) =>
    checkOut(buyer.ctx(key), { holdId, method: "CARD", delivery });
  await order(givenAddress);
  expect(await reasonOf(order({ ...givenAddress, postcode: "06236" }))).toBe("idempotency_key_reused");
});

it("keeps what was chosen where the money comes after the end and buys the tickets all the same", async () => {
  const { id } = await given.saleOpen({ paper: true });
  const buyer = await given.person();
  const { holdId, orderId, pgPaymentId } = await given.checkout(buyer, id, 1, givenAddress);
  await releaseHold(buyer.ctx(), { holdId });
  await given.callback(pgPaymentId, "SUCCESS");
  const { replacedById } = await getOrder(buyer.ctx(), { id: orderId });
  expect(await getOrder(buyer.ctx(), { id: replacedById ?? orderId })).toMatchObject({
    ...{ status: "confirmed", delivery: "PAPER", amount: 53_000, shipping: { status: "pending" } },
    address: { recipient: "홍길동" },
  });
});

it("erases the address ninety days after the parcel's or the unpaid order's end", async () => {
  const [arrived, underWay] = [await givenParcel("delivered"), await givenParcel("in_transit")];
  const { id } = await given.saleOpen({ paper: true });
  const buyer = await given.person();
  const unpaid = await given.checkout(buyer, id, 1, givenAddress);
  await releaseHold(buyer.ctx(), { holdId: unpaid.holdId });
  const job = systemContext("retention.purge");
  await clock.move(89 * DAY_SECONDS);
  await eraseOldAddresses(job);
  expect((await addressOf(arrived.orderId))?.sealed).toBeTruthy();
  await clock.move(2 * DAY_SECONDS);
  await eraseOldAddresses(job);
  expect(await addressOf(arrived.orderId)).toMatchObject({ sealed: null, erasedAt: expect.any(Date) });
  expect(await addressOf(unpaid.orderId)).toMatchObject({ sealed: null });
  expect((await addressOf(underWay.orderId))?.sealed).toBeTruthy();
  expect(await getOrder(arrived.buyer.ctx(), { id: arrived.orderId })).toMatchObject({ address: null });
});

it("is in the person's copy as they wrote it, and erased with the account", async () => {
  const { buyer, orderId, id } = await givenParcel("delivered");
  const { tables } = await copyData(buyer.ctx(), {});
  expect(tables.delivery_addresses).toMatchObject([{ sealed: { recipient: "홍길동", postcode: "04524" } }]);
  expect(tables.shippings).toMatchObject([{ id, state: "delivered", tracking_number: "1234-5678" }]);
  await inTransaction(systemContext("test"), (tx) => eraseAddressesOfUser(tx, buyer.userId));
  expect(await addressOf(orderId)).toMatchObject({ sealed: null });
});

it("makes one parcel of an order, however often its payment is told", async () => {
  const { id } = await given.saleOpen({ paper: true });
  const { orderId, pgPaymentId } = await given.checkout(await given.person(), id, 1, givenAddress);
  await Promise.all([1, 2, 3].map(() => given.callback(pgPaymentId, "SUCCESS")));
  const parcels = await db.select().from(shippings).where(eq(shippings.orderId, orderId));
  expect(parcels).toHaveLength(1);
  expect(await parcelNow(parcels[0]?.id ?? "shipping_")).toMatchObject({ order: "confirmed" });
});
