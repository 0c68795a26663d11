import { eq } from "drizzle-orm";
import { afterEach, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { holds } from "#db/schema/holds.ts";
import { orders } from "#db/schema/orders.ts";
import { payments } from "#db/schema/payments.ts";
import { tickets } from "#db/schema/tickets.ts";
import { holdTickets } from "#server/holds/commands/hold-tickets.ts";
import { releaseHold } from "#server/holds/commands/release-hold.ts";
import { signCallback } from "#server/payments/gateways/sandbox.ts";
import { createContext } from "#server/platform/context.ts";
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
    const { id: sessionId } = await given.saleOpen({ stock: 1 });
    const [payer, next] = await given.two();
    const { orderId, pgPaymentId } = await given.checkout(payer, sessionId);
    await clock.move(300);
    const queueToken = await given.admitted(next, sessionId);
    const [word, held] = await Promise.allSettled([
      tell(pgPaymentId, "SUCCESS"),
      holdTickets(next.ctx(newKey()), { sessionId, quantity: 1, queueToken }),
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
    const { id: sessionId } = await given.saleOpen({ stock: 1 });
    const buyer = await given.person();
    const { holdId, orderId, pgPaymentId } = await given.checkout(buyer, sessionId);
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
    const { id: sessionId } = await given.saleOpen({ stock: 2 });
    const buyer = await given.person();
    const { orderId, pgPaymentId } = await given.paidOrder(buyer, sessionId, 2);
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
    await given.hold(await given.person(), sessionId, 2);
  },
);

it.each(rounds)(
  "a checkout at the moment its hold ends and the next buyer's hold: one has the ticket (%i)",
  async () => {
    const { id: sessionId } = await given.saleOpen({ stock: 1 });
    const [buyer, next] = await given.two();
    const { holdId } = await given.hold(buyer, sessionId);
    await clock.move(120);
    const queueToken = await given.admitted(next, sessionId);
    const [checkout, held] = await Promise.allSettled([
      checkOut(buyer.ctx(newKey()), { holdId, method: "CARD" }),
      holdTickets(next.ctx(newKey()), { sessionId, quantity: 1, queueToken }),
    ]);
    expect(checkout).toMatchObject({ status: "rejected", reason: { reason: "hold_ended" } });
    expect(held.status).toBe("fulfilled");
  },
);
