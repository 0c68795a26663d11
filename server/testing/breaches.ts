import { type SQL, sql } from "drizzle-orm";
import type { EquationName } from "#server/reports/equations.ts";

/** Of the orders that `insertManyOrders` writes: one that was paid, and its event session. */
export const PAID = "order_00000000000000000000000010";
const SALE = "event_session_00000000000000000000000000";
/** One that was cancelled, and a ticket of it. */
const [CANCELLED, TICKET] = ["order_00000000000000000000000020", "ticket_00000000000000000000000041"];

const used = sql`update tickets set used_at = now() where id = ${TICKET}`;
const aSession = (state: string, code: string | null) => sql`
  insert into integration_sessions (id, user_id, vendor_id, state, sms_code)
  select ${`integration_session_${state}`}, id, 'A00000000', ${state}, ${code} from users limit 1`;
/** What breaks each equation, and the id that it is then named by. */
export const breaches: Record<EquationName, readonly [breach: SQL, named: string]> = {
  "stock: total = remaining + active holds + sold, and nothing below zero": [
    sql`update stock set remaining = remaining + 1 where event_session_id = ${SALE}`,
    SALE,
  ],
  "counts of holds: held, being paid for and sold as the holds of each event session say": [
    sql`insert into hold_counts (event_session_id, held, paying, sold) values (${SALE}, 1, 0, -1)`,
    SALE,
  ],
  "seats: as many as there is stock, and those that are free are the ones on sale": [
    sql`insert into seats (id, event_session_id, number, section, price_krw) values ('seat_1', ${SALE}, '1', 'A', 1)`,
    SALE,
  ],
  "seats: each is in the state of its hold, and has a ticket exactly while it is sold": [
    sql`insert into seats (id, event_session_id, number, section, price_krw, hold_id) values ('seat_1', ${SALE}, '1', 'A', 1, 'hold_00000000000000000000000010')`,
    "seat_1",
  ],
  "seats: a hold has as many as it holds or has sold, where its event session has seats and nowhere else": [
    sql`update holds set seat_ids = array_fill('seat_1'::text, array[quantity]) where id = 'hold_00000000000000000000000010'`,
    "hold_00000000000000000000000010",
  ],
  "doors: the first scan is the entry": [used, TICKET],
  "seats: each of a drawing has a place": [sql`insert into seat_drawings values (${SALE}, '{}')`, SALE],
  "tickets: those of an order cost its amount together, and each with a seat the seat's price": [
    sql`update tickets set price_krw = price_krw + 1 where order_id = ${PAID}`,
    PAID,
  ],
  "tickets: as many not void as are sold": [
    sql`update tickets set status = 'VOID' where order_id = ${PAID}`,
    SALE,
  ],
  "tickets: void exactly where they have a refund, as all of a cancelled order have": [
    sql`update tickets set status = 'USED' where order_id = ${CANCELLED}`,
    TICKET,
  ],
  "orders: a paid one has its tickets and a completed payment of its amount, any other has neither": [
    sql`update payments set amount_krw = amount_krw + 1 where order_id = ${PAID}`,
    PAID,
  ],
  "refunds: asked for = done + refused + under way, each in its transmission's state, none waiting for a month":
    [
      sql`update transmissions set state = 'DEAD' where aggregate_id = 'refund_00000000000000000000000020' and destination = 'payment-provider'`,
      "refund_00000000000000000000000020",
    ],
  "refunds: a payment is refunded when all of it was given back, and no more than all is asked for": [
    sql`update refunds set amount_krw = amount_krw - 1 where payment_id = 'payment_00000000000000000000000020'`,
    "payment_00000000000000000000000020",
  ],
  "refunds: what was paid = what is given back + what is kept for tickets and parcel": [
    sql`update tickets set refunded_krw = 1 where order_id = ${PAID}`,
    "payment_00000000000000000000000010",
  ],
  "refunds: each is the sum of what its tickets and parcel got, and one without them is of money that bought none":
    [
      sql`update tickets set refunded_krw = refunded_krw - 1 where order_id = ${CANCELLED}`,
      "refund_00000000000000000000000020",
    ],
  "maximum: no buyer holds and has bought more tickets of an event session than its maximum": [
    sql`update holds set quantity = 5 where id = 'hold_00000000000000000000000010'`,
    `${SALE} user_00000000000000000000000005`,
  ],
  "transfers: as many tickets are counted as received as their receivers have, and each was accepted": [
    sql`insert into received_tickets values (${SALE}, 'user_00000000000000000000000005', 1)`,
    `${SALE} user_00000000000000000000000005`,
  ],
  "purchases: an order is open exactly while its hold lives, and so is its payment": [
    sql`update orders set state = 'processing' where id = ${PAID}`,
    PAID,
  ],
  "shipping: each paid order of paper tickets has a parcel and an address, and no other order has": [
    sql`update orders set delivery = 'PAPER' where id = ${PAID}`,
    PAID,
  ],
  "shipping: each parcel is where its order is, and one that has left has a carrier and a number": [
    sql`insert into shippings (id, order_id, state) values ('shipping_1', ${PAID}, 'shipped')`,
    "shipping_1",
  ],
  "cancellations: of a done one no order or hold is left, and every order that it ended has its refund": [
    sql`
      with cancelled as (
        update event_sessions set cancelled_at = app_now(), cancel_reason = '' where id = ${SALE} returning id)
      insert into cancellations (event_session_id, cancelled_by_id, done_at)
      select cancelled.id, users.id, app_now() from cancelled, users limit 1`,
    SALE,
  ],
  "approvals: each that is decided was decided by another operator than the one who asked": [
    sql`insert into approvals select 'approval_1', 'refund', ${PAID}, '{}', '', id, app_now(), app_now(), 'approved', id, app_now() from users limit 1`,
    "approval_1",
  ],
  "waiting list: each offer is a hold of its own, of the same person and as many tickets, and lasts as long":
    [
      sql`update holds set offered = true where id = 'hold_00000000000000000000000010'`,
      "hold_00000000000000000000000010",
    ],
  "waiting list: where people wait nothing is on sale, and nothing is kept where all comes back at once": [
    sql`update stock set withheld_at = app_now() where event_session_id = ${SALE}`,
    SALE,
  ],
  "sandbox: no payment page is open for a payment that failed": [
    sql`update sandbox_payments set status = 'READY' where pg_payment_id = 'sandbox_1'`,
    "payment_00000000000000000000000001",
  ],
  "holds: a frozen one has an authorization": [
    // An authorization that the buyer only speaks of is none.
    sql`
      with attempt as (
        insert into payment_attempts (id, payment_id, kind, payment_key)
        select 'attempt_1', id, 'charge', 'made-up' from payments where order_id = ${PAID})
      update holds set state = 'ACTIVE', frozen = true where id = 'hold_00000000000000000000000010'`,
    "hold_00000000000000000000000010",
  ],
  "outbox: every order transition has its event, and every confirmation told the data platform, once": [
    sql`delete from transmissions where aggregate_id = ${PAID} and type = 'OrderCompleted'`,
    PAID,
  ],
  "audit log: each sealed row is as it was sealed, and none was put among them": [
    sql`update audit_log set outcome = 'refused' where seq = 7`,
    "7 changed",
  ],
  "audit seals: each follows the one before it, and its hash is that of its rows": [
    sql`update audit_seals set digests[1] = digests[2] where number = 2`,
    "2",
  ],
  "states: as many are counted in each as there are": [
    sql`insert into state_counts values ('order', 'shipped', 1)`,
    "order shipped",
  ],
  "phone lines: who holds one is at a step that needs it, and who is at such a step holds one": [
    aSession("LOCKED", null),
    "integration_session_LOCKED",
  ],
  "integration: an ended session has no codes": [
    aSession("EXPIRED", "sealed"),
    "integration_session_EXPIRED",
  ],
  "integration: one account a vendor, and one running session a vendor and a person": [
    sql`do $$ begin
      drop index one_running_session_per_vendor;
      insert into integration_sessions (id, user_id, vendor_id)
      select 'integration_session_' || row_number() over (), id, 'A00000000' from users order by id limit 2;
    end $$`,
    "A00000000",
  ],
  "history: each kind of step is one of its machine": [
    sql`update state_history set to_state = 'delivered' where entity_id = ${PAID} and to_state = 'confirmed'`,
    `order ${PAID}`,
  ],
  "history of each order: a step begins where the one before it ended, and the last tells the state": [
    sql`delete from state_history where entity_id = ${PAID} and to_state = 'processing'`,
    PAID,
  ],
  "history of each payment: a step begins where the one before it ended, and the last tells the state": [
    sql`update payments set state = 'refunded' where order_id = ${PAID}`,
    "payment_00000000000000000000000010",
  ],
  "history of each refund: a step begins where the one before it ended, and the last tells the state": [
    sql`delete from state_history where entity_id = 'refund_00000000000000000000000020'`,
    "refund_00000000000000000000000020",
  ],
  "history of each shipping: a step begins where the one before it ended, and the last tells the state": [
    sql`insert into shippings (id, order_id) values ('shipping_1', ${PAID})`,
    "shipping_1",
  ],
  "history of each hold: a step begins where the one before it ended, and the last tells the state": [
    sql`
      insert into state_history (entity, entity_id, from_state, to_state, actor_kind, trace_id)
      values ('hold', 'hold_of_nobody', null, 'ACTIVE', 'system', '')`,
    "hold_of_nobody",
  ],
  "history of each waitlistEntry: a step begins where the one before it ended, and the last tells the state":
    [
      sql`
      insert into state_history (entity, entity_id, from_state, to_state, actor_kind, trace_id)
      values ('waitlistEntry', 'waitlist_entry_of_nobody', null, 'WAITING', 'system', '')`,
      "waitlist_entry_of_nobody",
    ],
  "history of each integrationSession: a step begins where the one before it ended, and the last tells the state":
    [aSession("REQUESTED", null), "integration_session_REQUESTED"],
  "history of each person: a step begins where the one before it ended, and the last tells the state": [
    sql`update users set state = 'SUSPENDED' where id = 'user_00000000000000000000000005'`,
    "user_00000000000000000000000005",
  ],
  "history of each loginSession: a step begins where the one before it ended, and the last tells the state": [
    sql`
      insert into state_history (entity, entity_id, from_state, to_state, actor_kind, trace_id)
      select 'loginSession', 'session_1', "from", "to", 'system', ''
      from (values (null, 'ACTIVE'), ('SUSPENDED', 'REVOKED')) step("from", "to")`,
    "session_1",
  ],
  "history of each seat: a step begins where the one before it ended, and the last tells the state": [
    sql`
      insert into state_history (entity, entity_id, from_state, to_state, actor_kind, trace_id)
      values ('inventory', 'seat_of_nobody', 'available', 'reserved', 'system', '')`,
    "seat_of_nobody",
  ],
  "history of each transmission that is not sent, or was not at the first try: so it is with its steps": [
    sql`update transmissions set state = 'DEAD' where aggregate_id = ${PAID} and type = 'OrderCompleted'`,
    "transmission_00000000000000000000000103",
  ],
};
