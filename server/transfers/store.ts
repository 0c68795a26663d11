import { and, eq, isNull, sql } from "drizzle-orm";
import { eventSessions, events } from "#db/schema/catalog.ts";
import { orders } from "#db/schema/orders.ts";
import { seats } from "#db/schema/seats.ts";
import { tickets } from "#db/schema/tickets.ts";
import { transfers } from "#db/schema/transfers.ts";
import { appNow } from "../platform/database/clock.ts";
import type { AppContext, Tx } from "../platform/operation/context.ts";
import type { TicketId } from "../tickets/contract.ts";
import type { TransferId } from "./contract.ts";

type TransferRow = typeof transfers.$inferSelect;

const isOpen = and(isNull(transfers.acceptedAt), isNull(transfers.withdrawnAt));

export const insertTransfer = (tx: Tx, row: typeof transfers.$inferInsert) =>
  tx.db.insert(transfers).values(row);

/** Ends what is offered of a ticket by this person. @returns whether anything was */
export async function withdrawOpen(
  tx: Tx,
  ticketId: TicketId,
  fromId: TransferRow["fromId"],
): Promise<boolean> {
  const rows = await tx.db
    .update(transfers)
    .set({ withdrawnAt: sql`app_now()` })
    .where(and(eq(transfers.ticketId, ticketId), eq(transfers.fromId, fromId), isOpen))
    .returning({ id: transfers.id });
  return rows.length > 0;
}

export async function saveAccepted(
  tx: Tx,
  id: TransferId,
  toId: NonNullable<TransferRow["toId"]>,
): Promise<void> {
  await tx.db.update(transfers).set({ toId, acceptedAt: sql`app_now()` }).where(eq(transfers.id, id));
}

/** The transfer with this secret, and everything that decides about it. */
export async function findTransfer(ctx: AppContext, tokenHash: string) {
  const [row] = await transfersWithTicket(ctx).where(eq(transfers.tokenHash, tokenHash));
  return row;
}

/** The same with transfer and ticket locked until the transaction ends. */
export async function lockTransfer(tx: Tx, id: TransferId) {
  const [row] = await transfersWithTicket(tx)
    .where(eq(transfers.id, id))
    .for("update", { of: [transfers, tickets] });
  return row;
}

const transfersWithTicket = (ctx: AppContext) =>
  ctx.db
    .select({ transfer: transfers, ...ticketColumns })
    .from(transfers)
    .innerJoin(tickets, eq(tickets.id, transfers.ticketId))
    .innerJoin(orders, eq(orders.id, tickets.orderId))
    .innerJoin(eventSessions, eq(eventSessions.id, tickets.eventSessionId))
    .innerJoin(events, eq(events.id, eventSessions.eventId))
    .leftJoin(seats, eq(seats.id, tickets.seatId));

const ticketColumns = {
  ...{
    ticket: tickets,
    buyerId: orders.userId,
    delivery: orders.delivery,
    eventSession: eventSessions,
    event: events,
  },
  ...{ seat: seats.number, section: seats.section, row: seats.row, label: seats.label },
  now: sql`app_now()`.mapWith(eventSessions.createdAt),
};

/** A ticket of this person with what decides whether it may be given away, locked until the transaction ends. */
export async function lockTicketOf(tx: Tx, id: TicketId, userId: TransferRow["fromId"]) {
  const [row] = await tx.db
    .select({
      ticket: tickets,
      delivery: orders.delivery,
      eventSession: eventSessions,
      now: ticketColumns.now,
    })
    .from(tickets)
    .innerJoin(orders, eq(orders.id, tickets.orderId))
    .innerJoin(eventSessions, eq(eventSessions.id, tickets.eventSessionId))
    .where(and(eq(tickets.id, id), eq(tickets.userId, userId)))
    .for("update", { of: tickets });
  return row;
}

/** What this person offers to others now. */
export const findOpenOf = (ctx: AppContext, userId: TransferRow["fromId"]) =>
  ctx.db
    .select({ ticketId: transfers.ticketId, expiresAt: transfers.expiresAt })
    .from(transfers)
    .where(and(eq(transfers.fromId, userId), isOpen, sql`${transfers.expiresAt} > ${appNow}`));
