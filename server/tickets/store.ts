import { and, desc, eq, getTableColumns, gt, ne, sql } from "drizzle-orm";
import { eventSessions, events } from "#db/schema/catalog.ts";
import { holds } from "#db/schema/holds.ts";
import { orders } from "#db/schema/orders.ts";
import { refunds } from "#db/schema/payments.ts";
import { seats } from "#db/schema/seats.ts";
import { tickets } from "#db/schema/tickets.ts";
import { inSeconds } from "../platform/database/clock.ts";
import { insertRows } from "../platform/database/insert-rows.ts";
import { inList } from "../platform/database/rows.ts";
import type { AppContext, Tx } from "../platform/operation/context.ts";
import type { Id } from "../platform/values/ids.ts";
import type { TicketId } from "./contract.ts";

export type TicketRow = typeof tickets.$inferSelect;

export const insertTickets = (tx: Tx, rows: readonly (typeof tickets.$inferInsert)[]): Promise<void> =>
  insertRows(tx, tickets, rows);

/** Voids those of the tickets that are not void yet. @returns them */
export const moveVoid = (tx: Tx, ids: readonly TicketId[]): Promise<TicketRow[]> =>
  tx.db
    .update(tickets)
    .set({ status: "VOID" })
    .where(and(inList(tickets.id, ids), ne(tickets.status, "VOID")))
    .returning();

/** The tickets of an order with their seats, in the order in which people count them. */
export const findTicketsOfOrder = (ctx: AppContext, orderId: Id<"order">) =>
  ctx.db
    .select({
      ...{ id: tickets.id, seat: seats.number, price: tickets.priceKrw, status: tickets.status },
      holderId: tickets.userId,
    })
    .from(tickets)
    .leftJoin(seats, eq(seats.id, tickets.seatId))
    .where(eq(tickets.orderId, orderId))
    .orderBy(tickets.id);

/** The tickets of an order, in the order in which people count them, locked until the transaction ends. */
export const lockTicketsOfOrder = (tx: Tx, orderId: Id<"order">): Promise<TicketRow[]> =>
  tx.db.select().from(tickets).where(eq(tickets.orderId, orderId)).orderBy(tickets.id).for("update");

/** Saves which refund void tickets were given back with, and how much of it is theirs. */
export async function saveRefundOf(
  tx: Tx,
  rows: readonly Pick<TicketRow, "id" | "refundId" | "refundedKrw">[],
): Promise<void> {
  if (rows.length > 0)
    await tx.db.execute(sql`
      update tickets t set refund_id = given."refundId", refunded_krw = given."refundedKrw"
      from json_to_recordset(${JSON.stringify(rows)}::json) as given(id text, "refundId" text, "refundedKrw" bigint)
      where t.id = given.id`);
}

/** Gives a ticket to another person, with the code that admits from now on. */
export async function saveReissued(
  tx: Tx,
  id: TicketId,
  set: Pick<TicketRow, "userId" | "version" | "qr">,
): Promise<void> {
  await tx.db.update(tickets).set(set).where(eq(tickets.id, id));
}

export type LockedTicket = Awaited<ReturnType<typeof lockTickets>>[number];

/** Tickets with their seats, locked until the transaction ends, in an order that is the same for everyone who locks. */
export const lockTickets = (tx: Tx, ids: readonly TicketId[]) =>
  tx.db
    .select({
      ...getTableColumns(tickets),
      ...{ seat: seats.number, section: seats.section, row: seats.row, label: seats.label },
      delivery: orders.delivery,
    })
    .from(tickets)
    .innerJoin(orders, eq(orders.id, tickets.orderId))
    .leftJoin(seats, eq(seats.id, tickets.seatId))
    .where(inList(tickets.id, ids))
    .orderBy(tickets.id)
    .for("update", { of: tickets });

/** The tickets of an event session whose ids end so. */
export async function findIdsByEnd(
  ctx: AppContext,
  eventSessionId: TicketRow["eventSessionId"],
  ends: readonly string[],
): Promise<TicketId[]> {
  const rows = await ctx.db
    .select({ id: tickets.id })
    .from(tickets)
    .where(and(eq(tickets.eventSessionId, eventSessionId), inList(sql`right(${tickets.id}, 8)`, ends)));
  return rows.map(({ id }) => id);
}

/** Marks a ticket used, at the moment and the place of its first entry. One that is void stays as it is. */
export async function saveEntry(
  tx: Tx,
  id: TicketId,
  entry: Pick<TicketRow, "usedAt" | "usedWhere" | "leftAt">,
): Promise<void> {
  await tx.db
    .update(tickets)
    .set({ status: "USED", ...entry })
    .where(and(eq(tickets.id, id), ne(tickets.status, "VOID")));
}

/** The first valid ticket of each event session that is still to come, or that began within a day. */
export const findTicketOfEachComing = (ctx: AppContext) =>
  ctx.db
    .selectDistinctOn([tickets.eventSessionId], { eventSessionId: tickets.eventSessionId, qr: tickets.qr })
    .from(tickets)
    .innerJoin(eventSessions, eq(eventSessions.id, tickets.eventSessionId))
    .where(and(eq(tickets.status, "VALID"), gt(eventSessions.startsAt, inSeconds(-86_400))))
    .orderBy(tickets.eventSessionId, tickets.issuedAt);

/** A buyer's tickets with their event, the next event session first. */
export const findTicketsOf = (ctx: AppContext, userId: TicketRow["userId"]) =>
  ctx.db
    .select({
      ...{ ticket: tickets, eventSession: eventSessions, event: events },
      ...{ seat: seats.number, section: seats.section, row: seats.row, label: seats.label },
      takenAt: holds.createdAt,
      ...{ buyerId: orders.userId, count: orders.quantity, delivery: orders.delivery },
      number:
        sql`(select count(*) from ${tickets} t where t.order_id = ${tickets.orderId} and t.id <= ${tickets.id})`.mapWith(
          Number,
        ),
      ...{ refundState: refunds.state, refundClosedAt: refunds.closedAt },
    })
    .from(tickets)
    .leftJoin(refunds, eq(refunds.id, tickets.refundId))
    .innerJoin(orders, eq(orders.id, tickets.orderId))
    .innerJoin(holds, eq(holds.id, orders.holdId))
    .innerJoin(eventSessions, eq(eventSessions.id, tickets.eventSessionId))
    .innerJoin(events, eq(events.id, eventSessions.eventId))
    .leftJoin(seats, eq(seats.id, tickets.seatId))
    .where(eq(tickets.userId, userId))
    .orderBy(desc(eventSessions.startsAt), tickets.id);
