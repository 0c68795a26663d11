import { type SQL, sql } from "drizzle-orm";
import { sealChain, sealedRows } from "#db/seals.ts";
import { integrationSessionMachine } from "../integration/machine.ts";
import { countedAsFound } from "./counted-states.ts";
import { historyEquations, textsOf } from "./history-equations.ts";
import { shareEquations } from "./share-equations.ts";
import { waitlistEquations } from "./waitlist-equations.ts";

const ended = integrationSessionMachine.states.filter((state) => integrationSessionMachine.isEnd(state));

/**
 * What must hold at every moment, under load and after every fault. Each query gives one row for everything it looks
 * at: its id, and whether the equation holds for it. A query reads whole tables and joins what it counted of them
 * (`select …, count(*) … group by`): a subquery for each row would make the check of a full shop quadratic. States are
 * written out where the product derives them from a machine: what is derived from a wrong machine would agree with it.
 */
export const equations = {
  // The dearest first: the others are checked beside them.
  "outbox: every order transition has its event, and every confirmation told the data platform, once": sql`
    select id, sum(events) = 0 and sum(completions) = 0 as holds
    from (
      select aggregate_id as id, (type = 'orders.updated')::int as events,
             (type = 'OrderCompleted')::int as completions
      from transmissions where type in ('orders.updated', 'OrderCompleted')
      union all
      select entity_id, -(from_state is not null)::int, -(to_state = 'confirmed')::int
      from state_history where entity = 'order') told group by id`,
  ...historyEquations,
  "stock: total = remaining + active holds + sold, and nothing below zero": sql`
    select s.event_session_id as id,
           s.remaining >= 0 and s.total = s.remaining + coalesce(h.taken, 0) as holds
    from stock s left join (
      select event_session_id, sum(quantity - returned) filter (where state = 'ACTIVE' or sold) as taken
      from holds group by event_session_id) h using (event_session_id)`,
  "counts of holds: held, being paid for and sold as the holds of each event session say": sql`
    select coalesce(c.event_session_id, h.event_session_id) as id,
           (coalesce(c.held, 0), coalesce(c.paying, 0), coalesce(c.sold, 0))
             = (coalesce(h.held, 0), coalesce(h.paying, 0), coalesce(h.sold, 0)) as holds
    from (select event_session_id, sum(held) as held, sum(paying) as paying, sum(sold) as sold
          from hold_counts group by event_session_id) c
    full join (
      select event_session_id, sum(quantity) filter (where state = 'ACTIVE' and not checked_out) as held,
             sum(quantity) filter (where state = 'ACTIVE' and checked_out) as paying,
             sum(quantity - returned) filter (where sold) as sold
      from holds group by event_session_id) h using (event_session_id)`,
  "seats: as many as there is stock, and those that are free are the ones on sale": sql`
    select s.event_session_id as id, n.total = s.total and n.free = s.remaining as holds
    from stock s join (
      select event_session_id, count(*) filter (where not house) as total,
             count(*) filter (where state = 'available' and not house) as free
      from seats group by event_session_id) n using (event_session_id)`,
  "seats: each is in the state of its hold, and has a ticket exactly while it is sold": sql`
    select s.id, coalesce(t.live, 0) = (s.state = 'sold')::int and coalesce(case s.state
             when 'available' then s.hold_id is null
             when 'reserved' then s.id = any(h.seat_ids) and h.state = 'ACTIVE'
             when 'sold' then s.id = any(h.seat_ids) and h.sold end, false) as holds
    from seats s left join holds h on h.id = s.hold_id
    left join (
      select seat_id, count(*) as live from tickets where seat_id is not null and status <> 'VOID' group by seat_id) t
      on t.seat_id = s.id`,
  "doors: the first scan is the entry": sql`
    select coalesce(t.id, s.ticket_id) as id,
           case when t.used_at is null then s.ticket_id is null or t.status = 'VOID'
                else t.used_at = s.first_at and t.used_where = s.entrance end as holds
    from (select id, status, used_at, coalesce(used_where, '') as used_where from tickets) t full join (
      select distinct on (ticket_id) ticket_id, scanned_at as first_at, entrance
      from scans where passed and direction = 'IN' order by ticket_id, scanned_at, seq) s on s.ticket_id = t.id`,
  "seats: a hold has as many as it holds or has sold, where its event session has seats and nowhere else": sql`
    select h.id, (h.seat_ids is not null) = s.seated
           and (h.seat_ids is null or coalesce(n.seats, 0)
             = case when h.state = 'ACTIVE' or h.sold then h.quantity - h.returned else 0 end) as holds
    from holds h join event_sessions s on s.id = h.event_session_id
    left join (select hold_id, count(*) as seats from seats group by hold_id) n on n.hold_id = h.id`,
  "seats: each of a drawing has a place": sql`
    select s.id, (s.drawing_version is not null) = (d.event_session_id is not null)
           and coalesce(n.placed, 0) = case when d.event_session_id is null then 0 else n.total end
           and coalesce(n.last, -1) = coalesce(n.placed, 0) - 1 as holds
    from event_sessions s left join seat_drawings d on d.event_session_id = s.id
    left join (
      select event_session_id, count(*) as total, count(place) as placed, max(place) as last
      from seats group by event_session_id) n on n.event_session_id = s.id
    where s.seated or d.event_session_id is not null`,
  "tickets: as many not void as are sold": sql`
    select s.event_session_id as id, coalesce(h.sold, 0) = coalesce(t.live, 0) as holds
    from stock s
    left join (
      select event_session_id, sum(quantity - returned) as sold from holds where sold group by event_session_id) h
      using (event_session_id)
    left join (select event_session_id, count(*) as live from tickets where status <> 'VOID' group by event_session_id) t
      using (event_session_id)`,
  "tickets: those of an order cost its amount together, and each with a seat the seat's price": sql`
    select t.order_id as id, sum(t.price_krw) = o.amount_krw - o.shipping_fee_krw
           and bool_and(t.price_krw = coalesce(s.price_krw, t.price_krw)) as holds
    from tickets t join orders o on o.id = t.order_id left join seats s on s.id = t.seat_id
    group by t.order_id, o.amount_krw, o.shipping_fee_krw`,
  "tickets: void exactly where they have a refund, as all of a cancelled order have": sql`
    select t.id, (t.status = 'VOID') = (t.refund_id is not null)
           and (o.state <> 'cancelled' or t.status = 'VOID') as holds
    from tickets t left join orders o on o.id = t.order_id`,
  "orders: a paid one has its tickets and a completed payment of its amount, any other has neither": sql`
    select o.id,
           (o.replaced_by_id is not null and p.id is null and o.state = 'failed'
             or (p.state = 'completed' or o.state not in ('confirmed', 'shipped', 'delivered'))
               and (p.state <> 'completed' or o.state in ('confirmed', 'shipped', 'delivered')
                 or r.payment_id is not null)
               and p.amount_krw = o.amount_krw)
           and case when o.state in ('confirmed', 'shipped', 'delivered')
                 then coalesce(t.live, 0) > 0 and coalesce(t.issued, 0) = o.quantity
                 else coalesce(t.live, 0) = 0 end as holds
    from orders o
    left join payments p on p.order_id = o.id
    left join (select distinct payment_id from refunds) r on r.payment_id = p.id
    left join (
      select order_id, count(*) as issued, count(*) filter (where status <> 'VOID') as live
      from tickets group by order_id) t on t.order_id = o.id`,
  "refunds: asked for = done + refused + under way, each in its transmission's state, none waiting for a month": sql`
    select coalesce(r.id, t.id) as id,
           case r.state
             when 'asked' then t.state in ('PENDING', 'FAILED') and r.updated_at > app_now() - interval '30 days'
             when 'done' then t.state = 'SENT'
             -- One that was replayed by hand is under way when it goes out.
             when 'refused' then t.state in ('DEAD', 'RESOLVED', 'PENDING')
             -- What a transmission carried is erased in time.
             else t.payload = '' end as holds
    from refunds r
    full join (
      select id, state, payload, nullif(payload, '')::json ->> 'refundId' as refund_id
      from transmissions where destination = 'payment-provider') t on t.refund_id = r.id
    where r.state is distinct from 'done' or t.id is not null`,
  "refunds: a payment is refunded when all of it was given back, and no more than all is asked for": sql`
    select p.id,
           (p.state = 'refunded')
             = (coalesce(r.done, 0) = p.amount_krw and r.asked is not null and o.state in ('cancelled', 'failed'))
           and coalesce(r.asked, 0) <= p.amount_krw as holds
    from payments p join orders o on o.id = p.order_id left join (
      select payment_id, sum(amount_krw) as asked, sum(amount_krw) filter (where state = 'done') as done
      from refunds group by payment_id) r on r.payment_id = p.id
    where p.state = 'refunded' or r.payment_id is not null`,
  "refunds: what was paid = what is given back + what is kept for tickets and parcel": sql`
    select p.id,
           p.amount_krw = coalesce(r.asked, 0) + coalesce(t.kept + t.fee - coalesce(r.fee, 0), 0)
             and coalesce(t.fee >= coalesce(r.fee, 0), true) as holds
    from payments p
    left join (
      select payment_id, sum(amount_krw) as asked, sum(shipping_fee_krw) as fee
      from refunds group by payment_id) r on r.payment_id = p.id
    left join (
      select order_id, max(o.shipping_fee_krw) as fee, sum(t.price_krw - coalesce(t.refunded_krw, 0)) as kept
      from tickets t join orders o on o.id = t.order_id group by order_id) t on t.order_id = p.order_id
    where p.state in ('completed', 'refunded')`,
  "refunds: each is the sum of what its tickets and parcel got, and one without them is of money that bought none": sql`
    select r.id, case when t.refund_id is null and r.shipping_fee_krw = 0 then o.state = 'failed'
           else coalesce(t.refunded, 0) + r.shipping_fee_krw = r.amount_krw end
           and r.cancel_fee_krw = case r.reason when 'cancelled_by_buyer' then coalesce(t.kept, 0) else 0 end as holds
    from refunds r
    join payments p on p.id = r.payment_id join orders o on o.id = p.order_id
    left join (
      select refund_id, sum(refunded_krw) as refunded, sum(price_krw - refunded_krw) as kept
      from tickets where refund_id is not null group by refund_id) t
      on t.refund_id = r.id`,
  ...shareEquations,
  "purchases: an order is open exactly while its hold lives, and so is its payment": sql`
    select o.id,
           (h.state = 'ACTIVE') = (o.state in ('pending', 'processing'))
           and (o.replaced_by_id is not null
             or (o.state in ('pending', 'processing')) = (p.state in ('pending', 'processing'))) as holds
    from orders o join holds h on h.id = o.hold_id left join payments p on p.order_id = o.id`,
  "shipping: each paid order of paper tickets has a parcel and an address, and no other order has": sql`
    select o.id,
           case when o.delivery = 'MOBILE' then s.id is null and a.id is null
             -- The address goes on to the order that replaced its own.
             else (a.id is not null or o.replaced_by_id is not null)
               and (s.id is not null) = (t.order_id is not null) end as holds
    from orders o left join shippings s on s.order_id = o.id left join delivery_addresses a on a.order_id = o.id
    left join (select distinct order_id from tickets) t on t.order_id = o.id
    where o.delivery = 'PAPER' or s.id is not null or a.id is not null`,
  "shipping: each parcel is where its order is, and one that has left has a carrier and a number": sql`
    select s.id,
           case when s.state in ('pending', 'preparing') then o.state = 'confirmed'
             when s.state in ('cancelled', 'refunded', 'compensated') then o.state = 'cancelled'
             when s.state = 'delivered' then o.state in ('delivered', 'cancelled')
             else o.state in ('shipped', 'cancelled') end
           and (s.carrier is not null and s.tracking_number is not null)
             = (s.state not in ('pending', 'preparing', 'cancelled')) as holds
    from shippings s left join orders o on o.id = s.order_id`,
  "cancellations: of a done one no order or hold is left, and every order that it ended has its refund": sql`
    select s.id, s.cancelled_at is not null and c.event_session_id is not null
           and (c.done_at is null or coalesce(o.open, 0) = 0 and coalesce(h.live, 0) = 0)
           and coalesce(o.unrefunded, 0) = 0 as holds
    from event_sessions s
    full join cancellations c on c.event_session_id = s.id
    left join (
      select event_session_id,
             count(*) filter (
               where orders.state in ('pending', 'processing', 'confirmed', 'shipped', 'delivered')) as open,
             count(*) filter (where end_reason = 'event_cancelled' and r.payment_id is null) as unrefunded
      from orders left join payments p on p.order_id = orders.id
      left join (select distinct payment_id from refunds where reason = 'event_cancelled') r on r.payment_id = p.id
      group by event_session_id) o on o.event_session_id = s.id
    left join (select event_session_id, count(*) as live from holds where state = 'ACTIVE' group by event_session_id) h
      on h.event_session_id = s.id
    where s.cancelled_at is not null or c.event_session_id is not null`,
  "approvals: each that is decided was decided by another operator than the one who asked": sql`
    select id, coalesce(outcome in ('approved', 'refused'), false) = (decided_by_id is not null)
           and decided_by_id is distinct from asked_by_id
           and (outcome is null) = (decided_at is null) as holds
    from approvals`,
  ...waitlistEquations,
  "sandbox: no payment page is open for a payment that failed": sql`
    select p.id, b.status is not null and b.status <> 'READY' as holds
    from payments p left join sandbox_payments b using (pg_payment_id)
    where p.provider = 'sandbox' and p.state = 'failed'`,
  "holds: a frozen one has an authorization": sql`
    select h.id,
           -- Where the provider charges by itself it is asked when its window is over, and may not answer.
           a.payment_id is not null or coalesce(p.unknown_since >= p.window_ends_at, false) as holds
    from holds h
    left join orders o on o.hold_id = h.id left join payments p on p.order_id = o.id
    left join (
      select distinct payment_id from payment_attempts
      where kind = 'charge' and outcome is null and authorized_at is not null) a on a.payment_id = p.id
    where h.frozen and h.state = 'ACTIVE'`,
  "audit log: each sealed row is as it was sealed, and none was put among them": sealedRows(),
  "audit seals: each follows the one before it, and its hash is that of its rows": sealChain(),
  "states: as many are counted in each as there are": countedAsFound,
  "phone lines: who holds one is at a step that needs it, and who is at such a step holds one": sql`
    select s.id,
           (s.state in ('LOCKED', 'SMS_RECEIVED', 'EMAIL_WAITING', 'EMAIL_RECEIVED', 'VERIFYING'))
           = (l.holder_id is not null) as holds
    from integration_sessions s
    left join (select distinct holder_id from phone_lines) l on l.holder_id = s.id`,
  "integration: an ended session has no codes": sql`
    select id, (sms_code is null and email_code is null)
           or state::text <> all(${textsOf(ended)}) as holds
    from integration_sessions`,
  "integration: one account a vendor, and one running session a vendor and a person": sql`
    select vendor_id as id, count(*) = 1 as holds from marketplace_accounts group by vendor_id
    union all select owner, count(*) = 1
    from integration_sessions, lateral (values (user_id), (vendor_id)) owners(owner)
    where state::text <> all(${textsOf(ended)}) group by owner`,
} as const satisfies Record<string, SQL>;

export type EquationName = keyof typeof equations;
