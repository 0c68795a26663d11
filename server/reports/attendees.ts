import { and, eq, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { users } from "#db/schema/auth.ts";
import { orders } from "#db/schema/orders.ts";
import { seats } from "#db/schema/seats.ts";
import { tickets } from "#db/schema/tickets.ts";
import { eventSessionId } from "../catalog/contract.ts";
import { requireManagedSession } from "../catalog/queries.ts";
import { role } from "../platform/operation/allow.ts";
import { defineList } from "../platform/operation/list.ts";
import { idEndOf, shortCodeOf } from "../platform/values/id-forms.ts";
import { instantOut, maskEmail, textOf } from "../platform/values/text.ts";
import { TICKET_STATUSES, ticketId } from "../tickets/contract.ts";
import { hasNumber } from "./orders.ts";

/** A ticket as the seller of its event sees it: enough to find it at the door, and no address to write to. */
export const Attendee = z.object({
  ticketId,
  orderNumber: z.string(),
  /** The buyer's e-mail with most of its name left out. */
  buyer: z.string(),
  status: z.enum(TICKET_STATUSES),
  seat: z.string().nullable(),
  issuedAt: instantOut,
  usedAt: instantOut.nullable(),
  usedWhere: z.string().nullable(),
  ticketNumber: z.int().meta({ description: "Which of its order's tickets it is, the first being 1." }),
});

export const listAttendees = defineList({
  id: "reports.list-attendees",
  summary: "The tickets of an event session, the newest first, for those who run its event.",
  allow: role("ADMIN", "SELLER"),
  filters: {
    session: eventSessionId,
    status: z.enum(TICKET_STATUSES).optional(),
    /** The whole id of a ticket, an order's number, or the buyer's whole e-mail. */
    search: textOf(200).optional(),
  },
  item: Attendee,
  titles: {
    ticketId: ["티켓 ID", "Ticket id"],
    orderNumber: ["주문번호", "Order number"],
    buyer: ["예매자", "Buyer"],
    status: ["상태", "Status"],
    seat: ["좌석", "Seat"],
    issuedAt: ["예매 시각", "Issued at"],
    usedAt: ["입장 시각", "Checked in at"],
    usedWhere: ["입장한 곳", "Checked in by"],
    ticketNumber: ["티켓 번호", "Ticket number"],
  },
  sorts: { issuedAt: tickets.issuedAt },
  initialSort: "-issuedAt",
  key: tickets.id,
  rows: async (ctx, { session, status, search }, { keys, after, orderBy, limit }) => {
    await requireManagedSession(ctx, session);
    const rows = await ctx.db
      .select({
        ticketId: tickets.id,
        orderId: tickets.orderId,
        ticketNumber: numberInOrder,
        email: users.email,
        status: tickets.status,
        seat: seats.number,
        issuedAt: tickets.issuedAt,
        usedAt: tickets.usedAt,
        usedWhere: tickets.usedWhere,
        ...keys,
      })
      .from(tickets)
      .innerJoin(orders, eq(orders.id, tickets.orderId))
      .innerJoin(users, eq(users.id, tickets.userId))
      .leftJoin(seats, eq(seats.id, tickets.seatId))
      .where(
        and(
          eq(tickets.eventSessionId, session),
          status && eq(tickets.status, status),
          search === undefined ? undefined : named(search),
          after,
        ),
      )
      .orderBy(...orderBy)
      .limit(limit);
    return rows.map(({ orderId, email, ...row }) => ({
      ...row,
      orderNumber: shortCodeOf(orderId),
      buyer: maskEmail(email),
    }));
  },
});

const numberInOrder =
  sql<number>`(select count(*) from tickets of_order where of_order.order_id = ${tickets.orderId} and of_order.id <= ${tickets.id})`.mapWith(
    Number,
  );

/** The tickets that a text names; a text of no known kind names none. */
function named(text: string): SQL {
  if (text.includes("@"))
    return sql`${tickets.userId} = (select id from ${users} where lower(email) = lower(${text}))`;
  const end = idEndOf(text);
  return end === undefined ? sql`${tickets.id} = ${text}` : hasNumber(end);
}
