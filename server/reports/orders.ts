import { and, eq, gte, lt, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { users } from "#db/schema/auth.ts";
import { eventSessions, events } from "#db/schema/catalog.ts";
import { orders } from "#db/schema/orders.ts";
import { payments } from "#db/schema/payments.ts";
import { tickets } from "#db/schema/tickets.ts";
import { DELIVERY_TYPES } from "../delivery/contract.ts";
import { orderMachine } from "../orders/machine.ts";
import type { KeysetPage } from "../platform/database/keyset.ts";
import { role } from "../platform/operation/allow.ts";
import { defineList } from "../platform/operation/list.ts";
import { dayInSeoul } from "../platform/values/days.ts";
import { idEndOf } from "../platform/values/id-forms.ts";
import { idOf } from "../platform/values/ids.ts";
import { instantOut, textOf } from "../platform/values/text.ts";

/** An order as operators see it in a list. */
export const OrderListed = z.object({
  id: idOf("order"),
  status: z.enum(orderMachine.states),
  email: z.string(),
  eventTitle: z.string(),
  startsAt: instantOut,
  quantity: z.int(),
  /** KRW. */
  amount: z.int(),
  shippingFee: z.int(),
  delivery: z.enum(DELIVERY_TYPES),
  endReason: z.string().nullable(),
  createdAt: instantOut,
  userId: idOf("user"),
  eventId: idOf("event"),
  sessionId: idOf("event_session"),
});

export const orderColumns = {
  id: orders.id,
  status: orders.state,
  email: users.email,
  eventTitle: events.title,
  startsAt: eventSessions.startsAt,
  quantity: orders.quantity,
  amount: orders.amountKrw,
  shippingFee: orders.shippingFeeKrw,
  delivery: orders.delivery,
  endReason: orders.endReason,
  createdAt: orders.createdAt,
  userId: orders.userId,
  eventId: events.id,
  sessionId: orders.eventSessionId,
};

export const listOrders = defineList({
  id: "reports.list-orders",
  summary: "Orders, the newest first.",
  allow: role("ADMIN"),
  filters: {
    state: z.enum(orderMachine.states).optional(),
    event: idOf("event").optional(),
    session: idOf("event_session").optional(),
    /** The days in Seoul that it was made on, the first and the last. */
    since: dayInSeoul("start").optional(),
    until: dayInSeoul("end").optional(),
    /** The order number, or the whole id of the order, its hold, payment or a ticket, the provider's id of the payment, or the buyer's e-mail. */
    search: textOf(200).optional(),
  },
  item: OrderListed,
  titles: {
    id: ["주문 ID", "Order id"],
    status: ["상태", "Status"],
    email: ["예매자 이메일", "Buyer's e-mail"],
    eventTitle: ["공연", "Event"],
    startsAt: ["공연 일시", "Starts at"],
    quantity: ["매수", "Tickets"],
    amount: ["금액(원)", "Amount (KRW)"],
    shippingFee: ["그중 배송비(원)", "Of it the shipping fee (KRW)"],
    delivery: ["티켓 받는 방법", "Delivery"],
    endReason: ["종료 사유", "Why it ended"],
    createdAt: ["주문 시각", "Ordered at"],
    userId: ["예매자 ID", "Buyer id"],
    eventId: ["공연 ID", "Event id"],
    sessionId: ["회차 ID", "Event session id"],
  },
  sorts: { createdAt: orders.createdAt },
  initialSort: "-createdAt",
  key: orders.id,
  rows: (ctx, { state, event, session, since, until, search }, page) => {
    const { keys, after, orderBy, limit } = page;
    const matching = and(
      state && eq(orders.state, state),
      session && eq(orders.eventSessionId, session),
      since && gte(orders.createdAt, since),
      until && lt(orders.createdAt, until),
      search === undefined ? undefined : named(search),
      after,
    );
    return ctx.db
      .select({ ...orderColumns, ...keys })
      .from(orders)
      .innerJoin(users, eq(users.id, orders.userId))
      .innerJoin(eventSessions, eq(eventSessions.id, orders.eventSessionId))
      .innerJoin(events, eq(events.id, eventSessions.eventId))
      .where(event ? firstOfEvent(event, matching, page) : matching)
      .orderBy(...orderBy)
      .limit(limit);
  },
});

/**
 * The first matching orders of each of an event's sessions: those of a page are among them. An index has the orders of
 * each session in the page's order, where Postgres would else read through the orders of every event until it had enough.
 */
const firstOfEvent = (event: string, matching: SQL | undefined, { orderBy, limit }: KeysetPage): SQL => sql`
  ${orders.id} in (
    select first.id from event_sessions performed cross join lateral (
      select ${orders.id} from ${orders} where ${and(sql`${orders.eventSessionId} = performed.id`, matching)}
      order by ${sql.join(orderBy, sql`, `)} limit ${limit}) first
    where performed.event_id = ${event})`;

/** The orders that a text names: by the kind of its id one index is asked, and no other. */
function named(text: string): SQL {
  if (text.startsWith("order_")) return sql`${orders.id} = ${text}`;
  if (text.startsWith("hold_")) return sql`${orders.holdId} = ${text}`;
  if (text.startsWith("payment_")) return orderIs(sql`select order_id from ${payments} where id = ${text}`);
  if (text.startsWith("ticket_")) return orderIs(sql`select order_id from ${tickets} where id = ${text}`);
  if (text.includes("@"))
    return sql`${orders.userId} = (select id from ${users} where lower(email) = lower(${text}))`;
  const end = idEndOf(text);
  if (end !== undefined) return hasNumber(end);
  return orderIs(sql`select order_id from ${payments} where pg_payment_id = ${text}`);
}

/**
 * Orders whose id ends so. The expression is that of an index.
 * @param end - what `idEndOf` returns for an order number
 */
export const hasNumber = (end: string): SQL => sql`right(${orders.id}, 8) = ${end}`;

const orderIs = (found: SQL): SQL => sql`${orders.id} = (${found})`;
