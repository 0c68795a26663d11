import { and, eq, inArray, lt, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { eventSessions, events } from "#db/schema/catalog.ts";
import { orders } from "#db/schema/orders.ts";
import { shippings } from "#db/schema/shipping.ts";
import { orderMachine } from "../orders/machine.ts";
import { inSeconds } from "../platform/database/clock.ts";
import { role } from "../platform/operation/allow.ts";
import { defineQuery } from "../platform/operation/command.ts";
import type { AppContext, UserActor } from "../platform/operation/context.ts";
import { defineList } from "../platform/operation/list.ts";
import { idEndOf, shortCodeOf } from "../platform/values/id-forms.ts";
import { idOf } from "../platform/values/ids.ts";
import { instantOut, NoInput, textOf } from "../platform/values/text.ts";
import { shippingId } from "../shipping/contract.ts";
import { IN_TROUBLE, type ShippingState, shippingMachine, UNDER_WAY, UNSENT } from "../shipping/machine.ts";
import { CARRIERS, plainTracking } from "../shipping/values.ts";
import { hasNumber } from "./orders.ts";

const DAY_SECONDS = 86_400;
/** A parcel that has not left so many days before its event session may come too late. */
const URGENT_DAYS = 4;

/** Several states that are looked after together, by their name in the filter; `open` are all that are no end. */
const GROUPS: Readonly<Record<"open" | "unsent" | "under_way" | "in_trouble", readonly ShippingState[]>> = {
  open: shippingMachine.states.filter((state) => !shippingMachine.isEnd(state)),
  unsent: UNSENT,
  under_way: UNDER_WAY,
  in_trouble: IN_TROUBLE,
};
const isGroup = (name: string): name is keyof typeof GROUPS => Object.hasOwn(GROUPS, name);
const ShippingFilter = z.enum(["open", "unsent", "under_way", "in_trouble", ...shippingMachine.states]);

/** The filters of lists of parcels. */
export const shippingFilters = {
  /** Without one the open ones, and all of them where something is searched for. */
  state: ShippingFilter.optional(),
  /** In their state for more than so many days. */
  days: z.coerce.number().int().min(1).max(365).optional(),
  /** `soon`: those that have not left although their event session is near. */
  due: z.enum(["soon"]).optional(),
  event: idOf("event").optional(),
  session: idOf("event_session").optional(),
  carrier: z.enum(CARRIERS).optional(),
  /** An order number, the whole id of an order or a parcel, or a tracking number. */
  search: textOf(200).optional(),
};

/** A parcel in a list, without where it goes. */
export const ShippingListed = z.object({
  orderNumber: z.string(),
  status: z.enum(shippingMachine.states),
  eventTitle: z.string(),
  startsAt: instantOut,
  quantity: z.int(),
  carrier: z.string().nullable(),
  trackingNumber: z.string().nullable(),
  orderStatus: z.enum(orderMachine.states),
  createdAt: instantOut,
  /** Since when it is in its state. */
  updatedAt: instantOut,
  id: shippingId,
  orderId: idOf("order"),
  eventId: idOf("event"),
  sessionId: idOf("event_session"),
});

export const listShippings = defineList({
  id: "reports.list-shippings",
  summary: "Parcels with paper tickets, the oldest first, for those who run their events.",
  allow: role("ADMIN", "SELLER"),
  filters: shippingFilters,
  item: ShippingListed,
  titles: {
    orderNumber: ["주문번호", "Order number"],
    status: ["배송 상태", "Shipping status"],
    eventTitle: ["공연", "Event"],
    startsAt: ["공연 일시", "Starts at"],
    quantity: ["매수", "Tickets"],
    carrier: ["택배사", "Carrier"],
    trackingNumber: ["송장 번호", "Tracking number"],
    orderStatus: ["주문 상태", "Order status"],
    createdAt: ["결제 시각", "Paid at"],
    updatedAt: ["상태가 바뀐 시각", "Changed at"],
    id: ["배송 ID", "Shipping id"],
    orderId: ["주문 ID", "Order id"],
    eventId: ["공연 ID", "Event id"],
    sessionId: ["회차 ID", "Event session id"],
  },
  sorts: { createdAt: shippings.createdAt, updatedAt: shippings.updatedAt },
  initialSort: "createdAt",
  key: shippings.id,
  rows: async (ctx, filters, { keys, after, orderBy, limit }) => {
    const rows = await ctx.db
      .select({
        ...{ id: shippings.id, status: shippings.state, orderId: shippings.orderId },
        ...{ carrier: shippings.carrier, trackingNumber: shippings.trackingNumber },
        ...{ createdAt: shippings.createdAt, updatedAt: shippings.updatedAt },
        ...{ quantity: orders.quantity, orderStatus: orders.state, sessionId: orders.eventSessionId },
        ...{ eventId: events.id, eventTitle: events.title, startsAt: eventSessions.startsAt },
        ...keys,
      })
      .from(shippings)
      .innerJoin(orders, eq(orders.id, shippings.orderId))
      .innerJoin(eventSessions, eq(eventSessions.id, orders.eventSessionId))
      .innerJoin(events, eq(events.id, eventSessions.eventId))
      .where(and(shippingsMatching(ctx, filters), after))
      .orderBy(...orderBy)
      .limit(limit);
    return rows.map((row) => ({ ...row, orderNumber: shortCodeOf(row.orderId) }));
  },
});

type ShippingFilters = z.output<z.ZodObject<typeof shippingFilters>>;

/** The condition on parcels, orders, event sessions and events for the caller's that match. */
export const shippingsMatching = (ctx: AppContext<UserActor>, filters: ShippingFilters): SQL | undefined => {
  const { state = filters.search === undefined ? "open" : undefined, days, due } = filters;
  const { event, session, carrier, search } = filters;
  return and(
    ownShippings(ctx),
    state && isIn(isGroup(state) ? GROUPS[state] : [state]),
    days === undefined ? undefined : lt(shippings.updatedAt, inSeconds(-days * DAY_SECONDS)),
    due && isUrgent,
    event && eq(events.id, event),
    session && eq(orders.eventSessionId, session),
    carrier && eq(shippings.carrier, carrier),
    search === undefined ? undefined : named(search),
  );
};

const isIn = (states: readonly ShippingState[]): SQL => inArray(shippings.state, [...states]);
const isUrgent = sql`(${isIn(UNSENT)} and ${eventSessions.startsAt} < ${inSeconds(URGENT_DAYS * DAY_SECONDS)})`;

/** A seller sees the parcels of their own events, and an operator all. */
const ownShippings = ({ actor }: AppContext<UserActor>): SQL | undefined =>
  actor.role === "ADMIN" ? undefined : eq(events.ownerId, actor.userId);

/** The parcels that a text names: each part asks one index. */
function named(text: string): SQL {
  if (text.startsWith("order_")) return sql`${shippings.orderId} = ${text}`;
  if (text.startsWith("shipping_")) return sql`${shippings.id} = ${text}`;
  const end = idEndOf(text);
  if (end === undefined) return isTracked(text);
  // The digits of an order number may be a tracking number too.
  return sql`(${isTracked(text)} or ${shippings.orderId} = any(array(select ${orders.id} from ${orders} where ${hasNumber(end)})))`;
}

/** Parcels under a tracking number, however it is typed. The expression is that of an index. */
export const isTracked = (text: string): SQL =>
  sql`upper(replace(${shippings.trackingNumber}, '-', '')) = ${plainTracking(text)}`;

export const countShippings = defineQuery({
  id: "reports.count-shippings",
  summary: "How many parcels wait to be sent, and how many of them are late for their event session.",
  allow: role("ADMIN", "SELLER"),
  input: NoInput,
  output: z.object({ unsent: z.int(), urgent: z.int(), inTrouble: z.int() }),
  polled: true,
  async run(ctx) {
    const [row] = await ctx.db
      .select({
        unsent: sql<number>`count(*) filter (where ${isIn(UNSENT)})::int`,
        urgent: sql<number>`count(*) filter (where ${isUrgent})::int`,
        inTrouble: sql<number>`count(*) filter (where ${isIn(IN_TROUBLE)})::int`,
      })
      .from(shippings)
      .innerJoin(orders, eq(orders.id, shippings.orderId))
      .innerJoin(eventSessions, eq(eventSessions.id, orders.eventSessionId))
      .innerJoin(events, eq(events.id, eventSessions.eventId))
      .where(and(isIn([...UNSENT, ...IN_TROUBLE]), ownShippings(ctx)));
    return row ?? { unsent: 0, urgent: 0, inTrouble: 0 };
  },
});
