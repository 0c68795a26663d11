import { desc, eq, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { users } from "#db/schema/auth.ts";
import { eventSessions, events } from "#db/schema/catalog.ts";
import { holds } from "#db/schema/holds.ts";
import { integrationSessions, marketplaceAccounts } from "#db/schema/integration.ts";
import { orders } from "#db/schema/orders.ts";
import { payments, refunds } from "#db/schema/payments.ts";
import { seatMaps } from "#db/schema/seat-maps.ts";
import { shippings } from "#db/schema/shipping.ts";
import { tickets } from "#db/schema/tickets.ts";
import { transmissions } from "#db/schema/transmissions.ts";
import { role } from "../platform/operation/allow.ts";
import { defineQuery } from "../platform/operation/command.ts";
import type { AppContext } from "../platform/operation/context.ts";
import { idEndOf, shortCodeOf } from "../platform/values/id-forms.ts";
import { textOf } from "../platform/values/text.ts";
import { hasNumber } from "./orders.ts";
import { isTracked } from "./shippings.ts";

/** The kinds of things that can be found, in the order in which they are shown. */
export const FOUND_KINDS = [
  "order",
  "payment",
  "refund",
  "hold",
  "ticket",
  "shipping",
  "person",
  "event",
  "eventSession",
  "seatMap",
  "transmission",
  "integrationSession",
] as const;

const Found = z.object({
  kind: z.enum(FOUND_KINDS),
  id: z.string(),
  /** What names it to a person: an e-mail address, a title, a type. */
  label: z.string(),
  /** Its state, where it has one. */
  state: z.string().nullable(),
  /** The order that it belongs to; null where there is none. */
  orderId: z.string().nullable(),
});
type Found = z.output<typeof Found>;

/** The latest orders shown of a person. */
const ORDERS_OF_PERSON = 5;

/** The most orders shown for one order number; two orders rarely share one. */
const ORDERS_OF_NUMBER = 5;

export const find = defineQuery({
  id: "reports.find",
  summary:
    "What has this id, order number, e-mail address, tracking number, provider's payment id or vendor id.",
  allow: role("ADMIN"),
  input: z.strictObject({ text: textOf(200) }),
  output: z.array(Found),
  async run(ctx, { text }) {
    const prefix = /^([a-z_]+)_[0-9a-z]{26}$/.exec(text)?.[1];
    if (prefix) return (await BY_PREFIX[prefix]?.(ctx, text)) ?? [];
    if (text.includes("@")) return findPerson(ctx, sql`lower(${users.email}) = lower(${text})`);
    const end = idEndOf(text);
    const [ordered, paid, vendors, shipped] = await Promise.all([
      end === undefined ? [] : findOrders(ctx, hasNumber(end), ORDERS_OF_NUMBER),
      findPayments(ctx, eq(payments.pgPaymentId, text)),
      findVendor(ctx, text),
      findShippings(ctx, isTracked(text)),
    ]);
    return [...ordered, ...paid, ...vendors, ...shipped];
  },
});

/** How to find each kind by its whole id: one look-up in the index of its key. */
const BY_PREFIX: Readonly<Record<string, (ctx: AppContext, id: string) => Promise<Found[]>>> = {
  order: (ctx, id) => findOrders(ctx, sql`${orders.id} = ${id}`, 1),
  payment: (ctx, id) => findPayments(ctx, sql`${payments.id} = ${id}`),
  async refund(ctx, id) {
    const rows = await ctx.db
      .select({ state: refunds.state, label: refunds.reason, orderId: payments.orderId })
      .from(refunds)
      .innerJoin(payments, eq(payments.id, refunds.paymentId))
      .where(sql`${refunds.id} = ${id}`);
    return rows.map((row) => ({ kind: "refund", id, ...row }));
  },
  async hold(ctx, id) {
    const rows = await ctx.db
      .select({ state: holds.state, label: users.email, orderId: orders.id })
      .from(holds)
      .innerJoin(users, eq(users.id, holds.userId))
      .leftJoin(orders, eq(orders.holdId, holds.id))
      .where(sql`${holds.id} = ${id}`);
    return rows.map((row) => ({ kind: "hold", id, ...row }));
  },
  async ticket(ctx, id) {
    const rows = await ctx.db
      .select({ state: tickets.status, label: users.email, orderId: tickets.orderId })
      .from(tickets)
      .innerJoin(users, eq(users.id, tickets.userId))
      .where(sql`${tickets.id} = ${id}`);
    return rows.map((row) => ({ kind: "ticket", id, ...row }));
  },
  shipping: (ctx, id) => findShippings(ctx, sql`${shippings.id} = ${id}`),
  user: (ctx, id) => findPerson(ctx, sql`${users.id} = ${id}`),
  async event(ctx, id) {
    const rows = await ctx.db
      .select({ state: events.status, label: events.title })
      .from(events)
      .where(sql`${events.id} = ${id}`);
    return rows.map((row) => ({ kind: "event", id, orderId: null, ...row }));
  },
  async event_session(ctx, id) {
    const rows = await ctx.db
      .select({ label: events.title, eventId: events.id, eventState: events.status })
      .from(eventSessions)
      .innerJoin(events, eq(events.id, eventSessions.eventId))
      .where(sql`${eventSessions.id} = ${id}`);
    return rows.flatMap(({ label, eventId, eventState }): Found[] => [
      { kind: "eventSession", id, label, state: null, orderId: null },
      { kind: "event", id: eventId, label, state: eventState, orderId: null },
    ]);
  },
  async seat_map(ctx, id) {
    const rows = await ctx.db
      .select({ label: seatMaps.name })
      .from(seatMaps)
      .where(sql`${seatMaps.id} = ${id}`);
    return rows.map((row) => ({ kind: "seatMap", id, state: null, orderId: null, ...row }));
  },
  async transmission(ctx, id) {
    const rows = await ctx.db
      .select({ state: transmissions.state, label: transmissions.type })
      .from(transmissions)
      .where(sql`${transmissions.id} = ${id}`);
    return rows.map((row) => ({ kind: "transmission", id, orderId: null, ...row }));
  },
  async integration_session(ctx, id) {
    const rows = await ctx.db
      .select({ state: integrationSessions.state, label: integrationSessions.vendorId })
      .from(integrationSessions)
      .where(sql`${integrationSessions.id} = ${id}`);
    return rows.map((row) => ({ kind: "integrationSession", id, orderId: null, ...row }));
  },
};

/** A person and their latest orders. */
async function findPerson(ctx: AppContext, where: SQL): Promise<Found[]> {
  const [person] = await ctx.db
    .select({ id: users.id, label: users.email, state: users.state })
    .from(users)
    .where(where);
  if (!person) return [];
  const bought = await findOrders(ctx, eq(orders.userId, person.id), ORDERS_OF_PERSON);
  return [{ kind: "person", orderId: null, ...person }, ...bought];
}

async function findOrders(ctx: AppContext, where: SQL, limit: number): Promise<Found[]> {
  const rows = await ctx.db
    .select({ id: orders.id, state: orders.state, label: events.title })
    .from(orders)
    .innerJoin(eventSessions, eq(eventSessions.id, orders.eventSessionId))
    .innerJoin(events, eq(events.id, eventSessions.eventId))
    .where(where)
    .orderBy(desc(orders.createdAt))
    .limit(limit);
  return rows.map((row) => ({ kind: "order", orderId: row.id, ...row }));
}

async function findPayments(ctx: AppContext, where: SQL): Promise<Found[]> {
  const rows = await ctx.db
    .select({
      id: payments.id,
      state: payments.state,
      label: payments.pgPaymentId,
      orderId: payments.orderId,
    })
    .from(payments)
    .where(where);
  return rows.map((row) => ({ kind: "payment", ...row }));
}

/** Parcels, called by their tracking number once they have left. */
async function findShippings(ctx: AppContext, where: SQL): Promise<Found[]> {
  const rows = await ctx.db.select().from(shippings).where(where);
  return rows.map(({ id, state, orderId, trackingNumber }) => ({
    ...{ kind: "shipping", id, state, orderId: null },
    label: trackingNumber ?? shortCodeOf(orderId),
  }));
}

async function findVendor(ctx: AppContext, vendorId: string): Promise<Found[]> {
  const rows = await ctx.db
    .select({ id: users.id, label: users.email, state: users.state })
    .from(marketplaceAccounts)
    .innerJoin(users, eq(users.id, marketplaceAccounts.userId))
    .where(eq(marketplaceAccounts.vendorId, vendorId));
  return rows.map((row) => ({ kind: "person", orderId: null, ...row }));
}
