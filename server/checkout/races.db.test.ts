import { eq } from "drizzle-orm";
import { afterEach, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { holds } from "#db/schema/holds.ts";
import { orders } from "#db/schema/orders.ts";
import { payments, refunds } from "#db/schema/payments.ts";
import { tickets } from "#db/schema/tickets.ts";
import { updateEvent } from "#server/catalog/commands/update-event.ts";
import type { EventSessionId } from "#server/catalog/contract.ts";
import { saleOf } from "#server/catalog/queries.ts";
import { holdTickets } from "#server/checkout/commands/hold-tickets.ts";
import { releaseHold } from "#server/holds/commands/release-hold.ts";
import { signCallback } from "#server/payments/gateways/sandbox.ts";
import { createContext } from "#server/platform/operation/context.ts";
import { clock } from "#server/testing/clock.ts";
import { given, newKey } from "#server/testing/given.ts";
import { expectEquationsHold } from "#server/testing/invariants.ts";
import { cancelOrder } from "./commands/cancel-order.ts";
import { checkOut } from "./commands/check-out.ts";
import { takePaymentCallback } from "./commands/take-payment-callback.ts";

/** Two acts that meet: who wins is chance, so each pair meets several times. */
const ROUNDS = 12;
const rounds = Array.from({ length: ROUNDS }, (_, round) => round);

afterEach(expectEquationsHold);

/** An operator about to archive the event of an event session. */
async function givenArchivist(id: EventSessionId) {
  const [{ eventId }, admin] = await Promise.all([saleOf(createContext(), id), given.person("ADMIN")]);
  return () => updateEvent(admin.ctx(), { eventId, status: "ARCHIVED" });
}

const tell = (pgPaymentId: string, status: "SUCCESS" | "FAIL", id = newKey()) =>
  takePaymentCallback(createContext(), signCallback({ pgPaymentId, status }, id));

async function stateOf(orderId: `order_${string}`) {
  const [row] = await db
    .select({ order: orders.state, payment: payments.state, hold: holds.state, sold: holds.sold })
    .from(orders)
    .innerJoin(payments, eq(payments.orderId, orders.id))
    .innerJoin(holds, eq(holds.id, orders.holdId))
    .where(eq(orders.id, orderId));
  return { ...row, tickets: await db.$count(tickets, eq(tickets.orderId, orderId)) };
}

it.each(rounds)(
  "a payment at the moment its hold ends and the next buyer's hold: one has the last ticket (%i)",
  async () => {
    const { id: eventSessionId } = await given.saleOpen({ stock: 1 });
    const [payer, next] = await given.two();
    const { orderId, pgPaymentId } = await given.checkout(payer, eventSessionId);
    await clock.move(300);
    const queueToken = await given.admitted(next, eventSessionId);
    const [word, held] = await Promise.allSettled([
      tell(pgPaymentId, "SUCCESS"),
      holdTickets(next.ctx(newKey()), { sessionId: eventSessionId, quantity: 1, queueToken }),
    ]);
    expect(word.status).toBe("fulfilled");
    const confirmed = word.status === "fulfilled" && word.value.outcome === "confirmed";
    expect(confirmed).toBe(held.status === "rejected");
    expect(await stateOf(orderId)).toMatchObject(
      confirmed
        ? { order: "confirmed", payment: "completed", sold: true, tickets: 1 }
        : { order: "failed", payment: "completed", sold: false, tickets: 0 },
    );
  },
);

it.each(rounds)(
  "a release and the payment's success: sold, or given back and sold again, never both (%i)",
  async () => {
    const { id: eventSessionId } = await given.saleOpen({ stock: 1 });
    const buyer = await given.person();
    const { holdId, orderId, pgPaymentId } = await given.checkout(buyer, eventSessionId);
    await Promise.allSettled([releaseHold(buyer.ctx(), { holdId }), tell(pgPaymentId, "SUCCESS")]);
    const [{ replacedById } = { replacedById: null }] = await db
      .select({ replacedById: orders.replacedById })
      .from(orders)
      .where(eq(orders.id, orderId));
    expect(await stateOf(replacedById ?? orderId)).toMatchObject({
      order: "confirmed",
      payment: "completed",
      sold: true,
      tickets: 1,
    });
  },
);

it.each(rounds)(
  "a cancel and doubled words of success and failure: one refund, no ticket that is valid (%i)",
  async (round) => {
    const { id: eventSessionId } = await given.saleOpen({ stock: 2 });
    const buyer = await given.person();
    const { orderId, pgPaymentId } = await given.paidOrder(buyer, eventSessionId, 2);
    const webhook = newKey();
    const acts = [
      () => cancelOrder(buyer.ctx(newKey()), { id: orderId }),
      () => tell(pgPaymentId, "SUCCESS", webhook),
      () => tell(pgPaymentId, "SUCCESS", webhook),
      () => tell(pgPaymentId, "FAIL"),
    ];
    const [cancelled] = await Promise.all(
      [...acts.slice(round % 4), ...acts.slice(0, round % 4)].map((act) => act()),
    );
    expect(cancelled).toBeDefined();
    expect(await stateOf(orderId)).toMatchObject({ order: "cancelled", payment: "completed", sold: false });
    await given.hold(await given.person(), eventSessionId, 2);
  },
);

it.each(rounds)(
  "a checkout at the moment its hold ends and the next buyer's hold: one has the ticket (%i)",
  async () => {
    const { id: eventSessionId } = await given.saleOpen({ stock: 1 });
    const [buyer, next] = await given.two();
    const { holdId } = await given.hold(buyer, eventSessionId);
    await clock.move(120);
    const queueToken = await given.admitted(next, eventSessionId);
    const [checkout, held] = await Promise.allSettled([
      checkOut(buyer.ctx(newKey()), { holdId, method: "CARD" }),
      holdTickets(next.ctx(newKey()), { sessionId: eventSessionId, quantity: 1, queueToken }),
    ]);
    expect(checkout).toMatchObject({ status: "rejected", reason: { reason: "hold_ended" } });
    expect(held.status).toBe("fulfilled");
  },
);

it.each(rounds)(
  "two tabs at the checkout while the event is archived: both are at one payment that completes, or nothing is held (%i)",
  async (round) => {
    const { id: eventSessionId } = await given.saleOpen({ stock: 1 });
    const archive = await givenArchivist(eventSessionId);
    const buyer = await given.person();
    const { holdId } = await given.hold(buyer, eventSessionId);
    const tab = () => checkOut(buyer.ctx(newKey()), { holdId, method: "CARD" });
    const acts = [tab, tab, () => archive().then(() => null)];
    const turned = [...acts.slice(round % 3), ...acts.slice(0, round % 3)];
    const tabs = (await Promise.allSettled(turned.map((act) => act()))).filter(
      (act) => act.status === "rejected" || act.value !== null,
    );
    const [order] = await db.select().from(orders).where(eq(orders.holdId, holdId));
    if (!order) {
      expect(tabs.map((each) => each.status === "rejected" && each.reason.reason)).toEqual([
        ...["event_withdrawn", "event_withdrawn"],
      ]);
      expect(await db.select().from(holds).where(eq(holds.id, holdId))).toMatchObject([
        { state: "RELEASED" },
      ]);
      return;
    }
    const opened = tabs.flatMap((each) => (each.status === "fulfilled" ? [each.value?.orderId] : []));
    expect(opened).toEqual([order.id, order.id]);
    const [payment] = await db.select().from(payments).where(eq(payments.orderId, order.id));
    expect(await tell(payment?.pgPaymentId ?? "", "SUCCESS")).toEqual({ outcome: "confirmed" });
    expect(await stateOf(order.id)).toMatchObject({ order: "confirmed", hold: "CONFIRMED", tickets: 1 });
  },
);

it.each(rounds)(
  "a payment's success, the other tab's checkout and the archiving of its event: it completes (%i)",
  async (round) => {
    const { id: eventSessionId } = await given.saleOpen({ stock: 1 });
    const archive = await givenArchivist(eventSessionId);
    const buyer = await given.person();
    const { holdId, orderId, pgPaymentId } = await given.checkout(buyer, eventSessionId);
    const acts = [
      () => tell(pgPaymentId, "SUCCESS"),
      () => checkOut(buyer.ctx(newKey()), { holdId, method: "CARD" }),
      archive,
    ];
    await Promise.allSettled([...acts.slice(round % 3), ...acts.slice(0, round % 3)].map((act) => act()));
    expect(await stateOf(orderId)).toMatchObject({ order: "confirmed", payment: "completed", tickets: 1 });
  },
);

it.each(rounds)(
  "late money while its event is archived: the tickets with a new order, or the money goes back, never both (%i)",
  async (round) => {
    const { id: eventSessionId } = await given.saleOpen({ stock: 1 });
    const archive = await givenArchivist(eventSessionId);
    const buyer = await given.person();
    const { holdId, orderId, pgPaymentId, paymentId } = await given.checkout(buyer, eventSessionId);
    await releaseHold(buyer.ctx(), { holdId });
    const pay = () => tell(pgPaymentId, "SUCCESS");
    const acts = round % 2 === 0 ? [pay, archive] : [archive, pay];
    await Promise.all(acts.map((act) => act()));
    const [ended] = await db.select().from(orders).where(eq(orders.id, orderId));
    const asked = await db.select().from(refunds).where(eq(refunds.paymentId, paymentId));
    if (ended?.replacedById) {
      expect(await stateOf(ended.replacedById)).toMatchObject({ order: "confirmed", tickets: 1 });
      expect(asked).toEqual([]);
    } else {
      expect(await stateOf(orderId)).toMatchObject({ order: "failed", payment: "completed", tickets: 0 });
      expect(asked).toMatchObject([{ state: "asked", reason: "withdrawn_after_payment" }]);
    }
  },
);
