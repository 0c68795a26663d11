import { and, eq } from "drizzle-orm";
import { afterEach, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { orders } from "#db/schema/orders.ts";
import { stateHistory } from "#db/schema/platform.ts";
import { tickets } from "#db/schema/tickets.ts";
import { refundOrder } from "#server/checkout/commands/refund-order.ts";
import { checkInTicket } from "#server/doors/commands/check-in-ticket.ts";
import type { OrderId } from "#server/orders/contract.ts";
import { systemContext } from "#server/platform/operation/context.ts";
import { clock } from "#server/testing/clock.ts";
import { given, givenAddress, newKey } from "#server/testing/given.ts";
import { expectEquationsHold } from "#server/testing/invariants.ts";
import { completeOrders } from "./complete-orders.ts";

afterEach(expectEquationsHold);

const run = () => completeOrders(systemContext("orders.complete"));
const stateOf = async (id: OrderId) => (await db.select().from(orders).where(eq(orders.id, id)))[0]?.state;
const ticketsOf = (id: OrderId) =>
  db.select().from(tickets).where(eq(tickets.orderId, id)).orderBy(tickets.id);

async function useTickets(id: OrderId, count: number) {
  const door = (await given.person("ADMIN")).ctx();
  for (const { qr } of (await ticketsOf(id)).slice(0, count)) await checkInTicket(door, { qr, gate: "A" });
}

it("completes an order once its last ticket is used, through shipped, once, however many runs there are", async () => {
  const { id } = await given.saleOpen({ startsInHours: 5 });
  const { orderId } = await given.paidOrder(await given.person(), id, 2);
  await useTickets(orderId, 1);
  await run();
  expect(await stateOf(orderId)).toBe("confirmed");
  await useTickets(orderId, 2);
  await Promise.all([run(), run(), run()]);
  expect(await stateOf(orderId)).toBe("delivered");
  const steps = await db
    .select()
    .from(stateHistory)
    .where(and(eq(stateHistory.entityId, orderId), eq(stateHistory.reason, "tickets_used")))
    .orderBy(stateHistory.seq);
  expect(steps.map(({ toState, actorKind }) => [toState, actorKind])).toEqual([
    ["shipped", "system"],
    ["delivered", "system"],
  ]);
});

it("completes what was not used twelve hours after the start, and no paper order", async () => {
  const { id } = await given.saleOpen({ startsInHours: 5, paper: true });
  const [mobile, paper] = await given.two();
  const order = await given.paidOrder(mobile, id);
  const sent = await given.paidOrder(paper, id, 1, givenAddress);
  await clock.move(17 * 3600 - 60);
  await run();
  expect(await stateOf(order.orderId)).toBe("confirmed");
  await clock.move(120);
  await run();
  expect([await stateOf(order.orderId), await stateOf(sent.orderId)]).toEqual(["delivered", "confirmed"]);
});

it("waits for a refund that is under way", async () => {
  const { id } = await given.saleOpen({ startsInHours: 5 });
  const { orderId } = await given.paidOrder(await given.person(), id, 2);
  const [first] = await ticketsOf(orderId);
  const admin = await given.person("ADMIN");
  const ticketIds = [first?.id ?? "ticket_"];
  await refundOrder(admin.ctx(newKey()), { id: orderId, note: "for the test", ticketIds });
  await clock.move(20 * 3600);
  await run();
  expect(await stateOf(orderId)).toBe("confirmed");
});
