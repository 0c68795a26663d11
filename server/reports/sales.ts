import { and, eq, gte, lt, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { eventSessions, events, stock } from "#db/schema/catalog.ts";
import { type EventSessionId, EventSessionInput, eventId, eventSessionId } from "../catalog/contract.ts";
import { requireManagedSession } from "../catalog/queries.ts";
import { onlyRow } from "../platform/database/rows.ts";
import { role } from "../platform/operation/allow.ts";
import { defineQuery } from "../platform/operation/command.ts";
import type { AppContext } from "../platform/operation/context.ts";
import { defineList } from "../platform/operation/list.ts";
import { dayInSeoul } from "../platform/values/days.ts";
import { instantOut } from "../platform/values/text.ts";

/** What an event session has sold, for those who run its event. Money is in KRW. */
export const SessionSales = z.object({
  eventTitle: z.string(),
  startsAt: instantOut,
  /** Tickets that there are, and those sold and not given back. */
  total: z.int(),
  sold: z.int(),
  /** What buyers have paid, what they have got back, and what they are still to get back. */
  paid: z.int(),
  refunded: z.int(),
  refunding: z.int(),
  eventId,
  eventSessionId,
});

const PAID = sql`p.state in ('completed', 'refunded')`;

const columns = {
  eventTitle: events.title,
  startsAt: eventSessions.startsAt,
  total: stock.total,
  sold: sql<number>`(
    select coalesce(sum(c.sold), 0) from hold_counts c where c.event_session_id = ${eventSessions.id})`.mapWith(
    Number,
  ),
  eventId: events.id,
  eventSessionId: eventSessions.id,
};

/**
 * Sums over the orders of each of these event sessions, in KRW. To look up the payment and the refunds of each order would
 * take longer than everything else. So what was paid is the amount of the orders that are paid, and of the others what
 * their payment says; and what was given back is in the tickets that were, is for a parcel, or belongs to orders that failed,
 * whose money bought none (the equations of orders and refunds say that it is the same).
 */
async function moneyOf(ctx: AppContext, ids: readonly EventSessionId[]) {
  const asked = sql`('asked', 'refused')`;
  const rows = await ctx.db.execute<{ id: EventSessionId } & Record<keyof typeof NO_MONEY, string>>(sql`
    select session.id, coalesce(ordered.paid, 0) as paid,
           coalesce(ordered.refunded, 0) + coalesce(tickets.refunded, 0) as refunded,
           coalesce(ordered.refunding, 0) + coalesce(tickets.refunding, 0) as refunding
    from json_array_elements_text(${JSON.stringify(ids)}::json) session(id)
    cross join lateral (
      select sum(case when o.state in ('confirmed', 'shipped', 'delivered') then o.amount_krw
                   else (select p.amount_krw from payments p where p.order_id = o.id and ${PAID}) end) as paid,
             sum(case when o.state = 'failed' then ${refundsOf(sql`= 'done'`)}
                   when o.delivery = 'PAPER' then ${refundsOf(sql`= 'done'`, sql`shipping_fee_krw`)} end) as refunded,
             sum(case when o.state = 'failed' then ${refundsOf(sql`in ${asked}`)}
                   when o.delivery = 'PAPER' then ${refundsOf(sql`in ${asked}`, sql`shipping_fee_krw`)} end) as refunding
      from orders o where o.event_session_id = session.id) ordered
    cross join lateral (
      select sum(amount) filter (where state = 'done') as refunded,
             sum(amount) filter (where state in ${asked}) as refunding
      from (
        select t.refunded_krw as amount, (select r.state from refunds r where r.id = t.refund_id) as state
        from tickets t where t.event_session_id = session.id and t.refund_id is not null) back) tickets`);
  return new Map(
    rows.map(({ id, paid, refunded, refunding }) => [
      id,
      { paid: Number(paid), refunded: Number(refunded), refunding: Number(refunding) },
    ]),
  );
}

/** The refunds of the payment of an order `o`, of those in these states, or what of them is for the parcel. */
const refundsOf = (states: SQL, amount = sql`amount_krw`) => sql`(
  select sum(r.${amount}) from payments p join refunds r on r.payment_id = p.id
  where p.order_id = o.id and r.state ${states})`;

const NO_MONEY = { paid: 0, refunded: 0, refunding: 0 };

async function withMoney<R extends { readonly eventSessionId: EventSessionId }>(
  ctx: AppContext,
  rows: readonly R[],
) {
  const money = await moneyOf(
    ctx,
    rows.map(({ eventSessionId }) => eventSessionId),
  );
  return rows.map((row) => ({ ...row, ...(money.get(row.eventSessionId) ?? NO_MONEY) }));
}

export const listSessionSales = defineList({
  id: "reports.list-session-sales",
  summary: "What each event session of the events that the caller runs has sold, the latest start first.",
  allow: role("ADMIN", "SELLER"),
  filters: {
    event: eventId.optional(),
    /** The days in Seoul that it starts on, the first and the last. */
    since: dayInSeoul("start").optional(),
    until: dayInSeoul("end").optional(),
  },
  item: SessionSales,
  titles: {
    eventTitle: ["공연", "Event"],
    startsAt: ["일시", "Starts at"],
    total: ["전체 수량", "Tickets in all"],
    sold: ["판매 수량", "Tickets sold"],
    paid: ["결제 금액(원)", "Paid (KRW)"],
    refunded: ["환불 금액(원)", "Refunded (KRW)"],
    refunding: ["환불 중인 금액(원)", "Being refunded (KRW)"],
    eventId: ["공연 ID", "Event id"],
    eventSessionId: ["회차 ID", "Event session id"],
  },
  sorts: { startsAt: eventSessions.startsAt },
  initialSort: "-startsAt",
  key: eventSessions.id,
  rows: async (ctx, { event, since, until }, { keys, after, orderBy, limit }) => {
    const rows = await ctx.db
      .select({ ...columns, ...keys })
      .from(eventSessions)
      .innerJoin(events, eq(events.id, eventSessions.eventId))
      .innerJoin(stock, eq(stock.eventSessionId, eventSessions.id))
      .where(
        and(
          ctx.actor.role === "ADMIN" ? undefined : eq(events.ownerId, ctx.actor.userId),
          event && eq(events.id, event),
          since && gte(eventSessions.startsAt, since),
          until && lt(eventSessions.startsAt, until),
          after,
        ),
      )
      .orderBy(...orderBy)
      .limit(limit);
    return withMoney(ctx, rows);
  },
});

/** What happened on a day in Seoul. */
const SalesDay = z.object({
  /** `2026-12-24`. */
  day: z.iso.date(),
  /** Tickets of that day's orders, those given back later included. */
  sold: z.int(),
  /** What that day's orders were paid with, in KRW. */
  paid: z.int(),
  /** What was given back on that day, in KRW. */
  refunded: z.int(),
});

export const getSessionSales = defineQuery({
  id: "reports.get-session-sales",
  summary: "What an event session has sold, in all and by day, for those who run its event.",
  allow: role("ADMIN", "SELLER"),
  input: EventSessionInput,
  output: SessionSales.extend({ days: z.array(SalesDay) }),
  async run(ctx, { eventSessionId: id }) {
    await requireManagedSession(ctx, id);
    const [row, days] = await Promise.all([readSales(ctx, id), readDays(ctx, id)]);
    return { ...row, days };
  },
});

const readSales = async (ctx: AppContext, id: EventSessionId) =>
  onlyRow(
    await withMoney(
      ctx,
      await ctx.db
        .select(columns)
        .from(eventSessions)
        .innerJoin(events, eq(events.id, eventSessions.eventId))
        .innerJoin(stock, eq(stock.eventSessionId, eventSessions.id))
        .where(eq(eventSessions.id, id)),
    ),
  );

/** Each day on which something was sold or refunded, the first day first, in one statement, so that the sums agree. */
async function readDays(ctx: AppContext, id: EventSessionId) {
  const dayOf = (at: string) => sql.raw(`to_char(${at} at time zone 'Asia/Seoul', 'YYYY-MM-DD')`);
  const rows = await ctx.db.execute<{ day: string; sold: string; paid: string; refunded: string }>(sql`
    select day, sum(sold) as sold, sum(paid) as paid, sum(refunded) as refunded from (
      select ${dayOf("o.created_at")} as day, count(*) as sold, 0 as paid, 0 as refunded
      from orders o join tickets t on t.order_id = o.id where o.event_session_id = ${id} group by 1
      union all
      select ${dayOf("o.created_at")}, 0, sum(p.amount_krw), 0
      from orders o join payments p on p.order_id = o.id where o.event_session_id = ${id} and ${PAID} group by 1
      union all
      select ${dayOf("r.updated_at")}, 0, 0, sum(r.amount_krw)
      from orders o join payments p on p.order_id = o.id join refunds r on r.payment_id = p.id
      where o.event_session_id = ${id} and r.state = 'done' group by 1
    ) each_day group by day order by day`);
  return rows.map(({ day, ...sums }) => ({
    day,
    ...{ sold: Number(sums.sold), paid: Number(sums.paid), refunded: Number(sums.refunded) },
  }));
}
