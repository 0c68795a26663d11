import { and, eq, gt, type SQL, sql } from "drizzle-orm";
import { scans } from "#db/schema/doors.ts";
import { orders } from "#db/schema/orders.ts";
import { seats } from "#db/schema/seats.ts";
import { tickets } from "#db/schema/tickets.ts";
import type { EventSessionId } from "../catalog/contract.ts";
import { inList, onlyRow } from "../platform/database/rows.ts";
import type { AppContext } from "../platform/operation/context.ts";
import { shortCodeOf } from "../platform/values/id-forms.ts";
import type { TicketId } from "../tickets/contract.ts";
import { CONFLICTS_SHOWN, type DoorCounts } from "./contract.ts";
import { CODE_TAIL } from "./values.ts";

const columns = {
  id: tickets.id,
  tail: sql<string>`right(${tickets.qr}, ${sql.raw(String(CODE_TAIL))})`,
  version: tickets.version,
  status: tickets.status,
  isPaper: sql<boolean>`${orders.delivery} = 'PAPER'`,
  section: seats.section,
  row: seats.row,
  label: seats.label,
  seat: seats.number,
  usedAt: tickets.usedAt,
  usedWhere: tickets.usedWhere,
  leftAt: tickets.leftAt,
};

const atDoor = (ctx: AppContext, where: SQL | undefined) =>
  ctx.db
    .select(columns)
    .from(tickets)
    .innerJoin(orders, eq(orders.id, tickets.orderId))
    .leftJoin(seats, eq(seats.id, tickets.seatId))
    .where(where);

export const findTicketsAtDoor = (ctx: AppContext, ids: readonly TicketId[]) =>
  atDoor(ctx, inList(tickets.id, ids));

/** A page of the tickets of an event session, by their ids. */
export const findTicketPage = (
  ctx: AppContext,
  id: EventSessionId,
  { after, limit }: { readonly after: TicketId | undefined; readonly limit: number },
) =>
  atDoor(ctx, and(eq(tickets.eventSessionId, id), after && gt(tickets.id, after)))
    .orderBy(tickets.id)
    .limit(limit);

/** How many tickets of an event session there are, were used, and have their holders inside. */
export async function countTickets(ctx: AppContext, id: EventSessionId): Promise<DoorCounts> {
  const number = (where: SQL) => sql<number>`(count(*) filter (where ${where}))::int`;
  const rows = await ctx.db
    .select({
      sold: number(sql`${tickets.status} <> 'VOID'`),
      entered: number(sql`${tickets.status} = 'USED'`),
      inside: number(sql`${tickets.status} = 'USED' and ${tickets.leftAt} is null`),
    })
    .from(tickets)
    .where(eq(tickets.eventSessionId, id));
  return onlyRow(rows);
}

/** People who came in though they should not have: on a ticket whose holder was inside, or on a void one. */
export async function findConflicts(ctx: AppContext, id: EventSessionId) {
  const order = sql`(partition by ${scans.ticketId} order by ${scans.scannedAt}, ${scans.seq})`;
  const passed = ctx.db
    .select({
      ticketId: scans.ticketId,
      entrance: scans.entrance,
      direction: scans.direction,
      scannedAt: scans.scannedAt,
      offline: scans.offline,
      seq: scans.seq,
      before: sql<string | null>`lag(${scans.direction}::text) over ${order}`.as("before"),
      firstEntrance: sql<string>`first_value(${scans.entrance}) over ${order}`.as("first_entrance"),
      firstAt: sql<Date>`first_value(${scans.scannedAt}) over ${order}`
        .mapWith(scans.scannedAt)
        .as("first_at"),
    })
    .from(scans)
    .where(and(eq(scans.eventSessionId, id), scans.passed))
    .as("passed");
  const isDuplicate = sql<boolean>`coalesce(${passed.before} = 'IN', false)`;
  const rows = await ctx.db
    .select({ ...passed._.selectedFields, status: tickets.status, isDuplicate })
    .from(passed)
    .innerJoin(tickets, eq(tickets.id, passed.ticketId))
    .where(
      sql`${passed.direction} = 'IN' and (${isDuplicate} or (${passed.offline} and ${tickets.status} = 'VOID' and ${tickets.usedAt} is null))`,
    )
    .orderBy(sql`${passed.seq} desc`)
    .limit(CONFLICTS_SHOWN);
  return rows.map(({ ticketId, entrance, scannedAt, offline, firstEntrance, firstAt, ...row }) => ({
    ...{ ticketId, code: shortCodeOf(ticketId), entrance, scannedAt, offline },
    kind: row.isDuplicate ? ("duplicate" as const) : ("void" as const),
    first: row.isDuplicate ? { entrance: firstEntrance, scannedAt: firstAt } : null,
  }));
}
