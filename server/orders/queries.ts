import { eq } from "drizzle-orm";
import { z } from "zod";
import { eventSessions, events } from "#db/schema/catalog.ts";
import { orders } from "#db/schema/orders.ts";
import { payments } from "#db/schema/payments.ts";
import { NoInput } from "../catalog/contract.ts";
import { signedIn } from "../platform/allow.ts";
import { defineQuery } from "../platform/command.ts";
import type { AppContext, UserActor } from "../platform/context.ts";
import { platformErrors } from "../platform/errors.ts";
import { instantOut } from "../platform/text.ts";
import { Order, type OrderId, OrderInput } from "./contract.ts";
import { paymentStateOf } from "./policy.ts";
import { findOrder, findOrderOfHold, findOrdersOf, type OrderRow } from "./store.ts";

export const myOrders = defineQuery({
  id: "orders.my-orders",
  summary: "The caller's orders, the newest first.",
  allow: signedIn,
  input: NoInput,
  output: z.array(Order),
  run: async (ctx) => (await findOrdersOf(ctx, (ctx.actor as UserActor).userId)).map(viewOrder),
});

const OrderDetail = Order.extend({
  event: z.object({ id: z.string(), title: z.string(), venue: z.string() }),
  startsAt: instantOut,
  cancelDeadlineAt: instantOut,
  payment: z.object({ id: z.string(), status: z.string(), method: z.string() }),
});
export type OrderDetail = z.output<typeof OrderDetail>;

export const getOrder = defineQuery({
  id: "orders.get-order",
  summary: "One of the caller's orders, with its event and payment.",
  allow: signedIn,
  input: OrderInput,
  output: OrderDetail,
  async run(ctx, { id }) {
    const order = await requireOwnOrder(ctx, id);
    const [row] = await ctx.db
      .select({ event: events, eventSession: eventSessions, payment: payments })
      .from(orders)
      .innerJoin(eventSessions, eq(eventSessions.id, orders.eventSessionId))
      .innerJoin(events, eq(events.id, eventSessions.eventId))
      .innerJoin(payments, eq(payments.orderId, orders.id))
      .where(eq(orders.id, id));
    if (!row) throw platformErrors.not_found({ what: "order" });
    const { event, eventSession, payment } = row;
    return {
      ...viewOrder(order),
      event: { id: event.id, title: event.title, venue: event.venue },
      startsAt: eventSession.startsAt,
      cancelDeadlineAt: eventSession.cancelDeadlineAt,
      payment: { id: payment.id, status: payment.state, method: payment.method },
    };
  },
});

/** The caller's order, or anyone's for an admin. Throws `not_found` (404) for another's. */
export async function requireOwnOrder(ctx: AppContext, id: OrderId): Promise<OrderRow> {
  const { actor } = ctx;
  const owner = actor.kind === "user" && actor.role !== "ADMIN" ? actor.userId : undefined;
  const order = actor.kind === "anonymous" ? undefined : await findOrder(ctx, id, owner);
  if (!order) throw platformErrors.not_found({ what: "order" });
  return order;
}

/** The order of an id that stands in another row. Throws `not_found` (404). */
export async function orderById(ctx: AppContext, id: OrderId): Promise<OrderRow> {
  const order = await findOrder(ctx, id);
  if (!order) throw platformErrors.not_found({ what: "order" });
  return order;
}

export const orderOfHold = findOrderOfHold;

const viewOrder = ({ id, state, amountKrw, quantity, eventSessionId, endReason, createdAt }: OrderRow) => ({
  ...{ id, quantity, endReason, createdAt },
  status: state,
  paymentState: paymentStateOf(state),
  amount: amountKrw,
  sessionId: eventSessionId,
});
