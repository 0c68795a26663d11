import { eq } from "drizzle-orm";
import { afterEach, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { holds } from "#db/schema/holds.ts";
import { transmissions } from "#db/schema/transmissions.ts";
import { waitlistEntries } from "#db/schema/waitlist.ts";
import { cancelEventSession } from "../cancellations/commands/cancel-event-session.ts";
import { updateEventSession } from "../catalog/commands/update-event-session.ts";
import type { EventSessionId } from "../catalog/contract.ts";
import { saleOf } from "../catalog/queries.ts";
import { checkOut } from "../checkout/commands/check-out.ts";
import { purchasesUnderWay } from "../checkout/queries.ts";
import { expireDueHolds } from "../holds/commands/expire-due-holds.ts";
import { releaseHold } from "../holds/commands/release-hold.ts";
import { saleWithHoldsOf } from "../holds/queries.ts";
import { databaseNow } from "../platform/database/clock.ts";
import { inTransaction } from "../platform/database/transaction.ts";
import { createContext } from "../platform/operation/context.ts";
import { joinQueue } from "../queue/commands/join-queue.ts";
import { reasonOf } from "../testing/accounts.ts";
import { clock } from "../testing/clock.ts";
import { given, newKey } from "../testing/given.ts";
import { expectEquationsHold } from "../testing/invariants.ts";
import { giveBack, givenOffer, givenSoldOut, join } from "../testing/waitlist.ts";
import { acceptOffer } from "./commands/accept-offer.ts";
import { declineOffer } from "./commands/decline-offer.ts";
import { joinWaitlist } from "./commands/join-waitlist.ts";
import { leaveWaitlist } from "./commands/leave-waitlist.ts";
import type { WaitlistEntryId } from "./contract.ts";
import { advanceDue } from "./jobs/advance-due.ts";
import { myWaitlist, waitOfSession } from "./queries.ts";
import { advanceWaitlist } from "./steps/advance-waitlist.ts";
import { endWaitsOfPerson } from "./steps/end-waits-of-person.ts";
import { lockOffer } from "./steps/lock-offer.ts";

const ctx = createContext();
const statusOf = async (id: WaitlistEntryId) => {
  const [row] = await db.select().from(waitlistEntries).where(eq(waitlistEntries.id, id));
  return row?.endReason ?? row?.state;
};
const onSale = async (id: EventSessionId) => (await saleOf(ctx, id)).remainingStock;
/** What the person of an entry was told of. */
async function toldOf(id: WaitlistEntryId) {
  const rows = await db.select().from(transmissions).where(eq(transmissions.type, "waitlist.updated"));
  const told = rows.map(({ payload }) => JSON.parse(payload)).filter(({ entryId }) => entryId === id);
  return told.map(({ newStatus }) => newStatus);
}

afterEach(expectEquationsHold);

it("offers what comes back to the first, who checks out without the queue, and nothing goes on sale", async () => {
  const sale = await givenSoldOut();
  const [first, second] = await given.two();
  const entry = await join(first, sale.id, 2);
  const next = await join(second, sale.id);
  expect([entry, next]).toMatchObject([
    { status: "WAITING", position: 1, quantity: 2, holdId: null },
    { status: "WAITING", position: 2 },
  ]);
  await giveBack(sale);
  expect(await waitOfSession(first.ctx(), { sessionId: sale.id })).toMatchObject({
    status: "OFFERED",
    position: null,
  });
  expect(await waitOfSession(second.ctx(), { sessionId: sale.id })).toMatchObject({ position: 1 });
  expect(await saleOf(ctx, sale.id)).toMatchObject({
    remainingStock: 0,
    status: "SOLDOUT",
    level: "SOLDOUT",
  });
  expect(await toldOf(entry.id)).toEqual(["OFFERED"]);
  // Before it is accepted it is no purchase.
  expect(await purchasesUnderWay(first.ctx(), {})).toEqual([]);
  const accepted = await acceptOffer(first.ctx(), { entryId: entry.id });
  expect(accepted).toMatchObject({ status: "ACCEPTED" });
  const { holdId } = accepted;
  if (!holdId) throw new Error("nothing was accepted");
  const order = await checkOut(first.ctx(newKey()), { holdId, method: "CARD" });
  expect(order.orderId).toBeDefined();
});

it("lets a smaller one pass a larger one that does not fit yet, and keeps the larger one's place", async () => {
  const sale = await givenSoldOut({ sold: [1, 2] });
  const [large, small] = await given.two();
  const [pair, single] = [await join(large, sale.id, 2), await join(small, sale.id)];
  await giveBack(sale, 0);
  expect(await statusOf(single.id)).toBe("OFFERED");
  expect(await statusOf(pair.id)).toBe("WAITING");
  await giveBack(sale, 1);
  expect(await statusOf(pair.id)).toBe("OFFERED");
});

it("keeps what fits no one off sale, and offers it to someone who joins", async () => {
  const sale = await givenSoldOut({ sold: [1, 2] });
  const [large, small] = await given.two();
  await join(large, sale.id, 2);
  await giveBack(sale, 0);
  expect(await onSale(sale.id)).toBe(0);
  expect(await join(small, sale.id)).toMatchObject({ status: "OFFERED" });
});

it("puts on sale what is promised to no one, once the list is empty", async () => {
  const sale = await givenSoldOut({ sold: [1, 2] });
  const person = await given.person();
  const { id: entryId } = await join(person, sale.id, 2);
  await giveBack(sale, 0);
  expect(await onSale(sale.id)).toBe(0);
  expect(await leaveWaitlist(person.ctx(), { entryId })).toMatchObject({ status: "LEFT" });
  expect(await onSale(sale.id)).toBe(1);
});

it("offers to the next what was declined, in the same transaction, and who declined joins at the end", async () => {
  const sale = await givenSoldOut({ sold: [1] });
  const [first, second] = await given.two();
  const [entry, next] = [await join(first, sale.id), await join(second, sale.id)];
  await giveBack(sale);
  expect(await declineOffer(first.ctx(), { entryId: entry.id })).toMatchObject({ status: "DECLINED" });
  expect(await statusOf(next.id)).toBe("OFFERED");
  expect(await declineOffer(first.ctx(), { entryId: entry.id })).toMatchObject({ status: "DECLINED" });
  expect(await reasonOf(acceptOffer(first.ctx(), { entryId: entry.id }))).toBe("offer_over");
  expect(await join(first, sale.id)).toMatchObject({ status: "WAITING", position: 1 });
});

it("offers to the next what was not accepted in time", async () => {
  const sale = await givenSoldOut({ sold: [1], startsInHours: 72 });
  const [first, second] = await given.two();
  const [entry, next] = [await join(first, sale.id), await join(second, sale.id)];
  await giveBack(sale);
  await clock.move(sale.release.offerMinutes * 60 + 1);
  expect(await reasonOf(acceptOffer(first.ctx(), { entryId: entry.id }))).toBe("offer_over");
  await expireDueHolds(createContext({ actor: { kind: "system", job: "holds.expire" } }), {});
  expect(await myWaitlist(first.ctx(), {})).toMatchObject([{ status: "LAPSED" }]);
  expect(await onSale(sale.id)).toBe(0);
  await advanceDue(ctx);
  expect([await statusOf(entry.id), await statusOf(next.id)]).toEqual(["LAPSED", "OFFERED"]);
  expect((await toldOf(entry.id)).sort()).toEqual(["LAPSED", "OFFERED"]);
});

it("gives a person one place, however often and from how many tabs they join", async () => {
  const sale = await givenSoldOut();
  const person = await given.person();
  const entries = await Promise.all(Array.from({ length: 10 }, () => join(person, sale.id)));
  expect(new Set(entries.map(({ id }) => id)).size).toBe(1);
  expect(await reasonOf(join(person, sale.id, 2))).toBe("already_waiting");
  expect(await reasonOf(join(person, sale.id, 101))).toBe("invalid_argument");
  expect(await reasonOf(join(await given.person(), sale.id, 99))).toBe("ticket_limit_exceeded");
});

it("is refused to who is not logged in, and an offer is none before anything came back", async () => {
  const sale = await givenSoldOut();
  expect(await reasonOf(joinWaitlist(ctx, { sessionId: sale.id, quantity: 1 }))).toBe("unauthorized");
  const person = await given.person();
  const { id } = await join(person, sale.id);
  expect(await reasonOf(inTransaction(person.ctx(), (tx) => lockOffer(tx, id)))).toBe("not_offered");
  // It can be run at any time.
  await inTransaction(ctx, (tx) => advanceWaitlist(tx, sale.id));
  expect(await statusOf(id)).toBe("WAITING");
});

it("accepts an offer once, however often it is accepted, and only its own person does", async () => {
  const [person, stranger] = await given.two();
  const { sale, entry } = await givenOffer(person);
  const { id: entryId } = entry;
  for (const act of [acceptOffer, declineOffer, leaveWaitlist])
    expect(await reasonOf(act(stranger.ctx(), { entryId }))).toBe("not_found");
  const accepted = await Promise.all(Array.from({ length: 5 }, () => acceptOffer(person.ctx(), { entryId })));
  expect(new Set(accepted.map(({ holdId }) => holdId)).size).toBe(1);
  const held = await db.select().from(holds).where(eq(holds.userId, person.userId));
  expect(held).toMatchObject([{ state: "ACTIVE", offered: false, quantity: 1, eventSessionId: sale.id }]);
  expect(await reasonOf(declineOffer(person.ctx(), { entryId }))).toBe("offer_over");
});

it("sells what is promised to the list by no other door", async () => {
  const person = await given.person();
  const { sale, entry } = await givenOffer(person);
  const [row] = await db.select().from(waitlistEntries).where(eq(waitlistEntries.id, entry.id));
  const holdId = row?.holdId as NonNullable<typeof row>["holdId"];
  if (!holdId) throw new Error("nothing was offered");
  expect(await reasonOf(checkOut(person.ctx(newKey()), { holdId, method: "CARD" }))).toBe("not_found");
  expect(await reasonOf(releaseHold(person.ctx(), { holdId }))).toBe("not_found");
  const other = await given.person();
  expect(await reasonOf(joinQueue(other.ctx(), { sessionId: sale.id }))).toBe("sold_out");
  expect(await saleWithHoldsOf(ctx, sale.id)).toMatchObject({
    remainingStock: 0,
    heldStock: 0,
    stockDueBack: false,
  });
});

it("takes no one while tickets may come to the queue, nor where returns go on sale at once", async () => {
  const sale = await given.saleOpen({ stock: 2, release: { policy: "WAITLIST" } });
  const person = await given.person();
  expect(await reasonOf(join(person, sale.id))).toBe("not_sold_out");
  const { holdId } = await given.hold(await given.person(), sale.id, 2);
  expect(holdId).toBeDefined();
  expect(await reasonOf(join(person, sale.id))).toBe("not_sold_out");
  const plain = await givenSoldOut({ release: { policy: "AT_ONCE" } });
  expect(await reasonOf(join(person, plain.id))).toBe("no_waitlist");
  await giveBack(plain);
  expect(await onSale(plain.id)).toBe(2);
});

it("ends with a cancelled event session: waiting people and offers, with the reason, and no hold is left", async () => {
  const seller = await given.person("SELLER");
  const sale = await givenSoldOut({ sold: [1], by: seller });
  const [first, second] = await given.two();
  const [entry, next] = [await join(first, sale.id), await join(second, sale.id)];
  await giveBack(sale);
  await cancelEventSession(seller.ctx(), { id: sale.id, reason: "the stage is flooded" });
  expect(await reasonOf(acceptOffer(first.ctx(), { entryId: entry.id }))).toBe("session_cancelled");
  await advanceDue(ctx);
  expect([await statusOf(entry.id), await statusOf(next.id)]).toEqual([
    "session_cancelled",
    "session_cancelled",
  ]);
  expect(await toldOf(next.id)).toEqual(["ENDED"]);
  const held = await db.select().from(holds).where(eq(holds.userId, first.userId));
  expect(held.map(({ state }) => state)).not.toContain("ACTIVE");
});

it("ends when the sale is over", async () => {
  const sale = await givenSoldOut({ sold: [1] });
  const entry = await join(await given.person(), sale.id);
  await clock.move(72 * 3600);
  await advanceDue(ctx);
  expect(await statusOf(entry.id)).toBe("sale_over");
});

it("ends for a person whose account is erased, and their offer goes to the next", async () => {
  const sale = await givenSoldOut({ sold: [1] });
  const [first, second] = await given.two();
  const [entry, next] = [await join(first, sale.id), await join(second, sale.id)];
  await giveBack(sale);
  await inTransaction(ctx, (tx) => endWaitsOfPerson(tx, first.userId));
  await advanceDue(ctx);
  expect([await statusOf(entry.id), await statusOf(next.id)]).toEqual(["account_erased", "OFFERED"]);
});

it("offers numbered seats, which no one can choose meanwhile", async () => {
  const sale = await given.seatsOpen([1000, 1000], { release: { policy: "WAITLIST" } });
  const [buyer, person] = await given.two();
  const order = { buyer, ...(await given.paidOrder(buyer, sale.id, sale.ids)) };
  const entry = await join(person, sale.id, 2);
  await giveBack({ ...sale, orders: [order] });
  const { holdId } = await acceptOffer(person.ctx(), { entryId: entry.id });
  const [held] = await db
    .select()
    .from(holds)
    .where(eq(holds.id, holdId ?? "hold_"));
  expect(held?.seatIds?.toSorted()).toEqual([...sale.ids].sort());
});

it("collects what comes back until the announced time, and then puts it on sale", async () => {
  const at = new Date((await databaseNow(db)).getTime() + 2 * 3_600_000).toISOString();
  const sale = await givenSoldOut({ sold: [1, 1], release: { policy: "SCHEDULED", times: [at] } });
  await giveBack(sale, 0);
  await giveBack(sale, 1);
  expect(await saleOf(ctx, sale.id)).toMatchObject({ remainingStock: 0, status: "SOLDOUT" });
  await clock.move(2 * 3600);
  await advanceDue(ctx);
  expect(await saleOf(ctx, sale.id)).toMatchObject({ remainingStock: 2, status: "OPEN" });
});

it("keeps its policy while people wait, who get further stock first", async () => {
  const admin = await given.person("ADMIN");
  const sale = await givenSoldOut({ sold: [1], by: admin });
  const entry = await join(await given.person(), sale.id);
  const change = (release: { policy: "AT_ONCE" }) =>
    updateEventSession(admin.ctx(), { id: sale.id, release });
  expect(await reasonOf(change({ policy: "AT_ONCE" }))).toBe("waitlist_promised");
  await updateEventSession(admin.ctx(), { id: sale.id, addStock: 3 });
  expect(await onSale(sale.id)).toBe(0);
  await advanceDue(ctx);
  expect(await statusOf(entry.id)).toBe("OFFERED");
  expect(await onSale(sale.id)).toBe(2);
});
