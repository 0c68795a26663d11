import { sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";

/** Orders of one event session, and of one buyer. */
const PER_EVENT_SESSION = 1000;
const PER_BUYER = 2;
/** Event sessions of one event. */
const SESSIONS_PER_EVENT = 10;

const id = (prefix: string, number: string) => sql.raw(`'${prefix}_' || lpad((${number})::text, 26, '0')`);

/**
 * Fills an empty database with a shop that has sold for years, with a few statements instead of a command for each
 * order: they came a minute apart, the last one now; of twenty one was cancelled and refunded, one was declined, and the
 * others were paid. All that they left is there: holds, payments, tickets, transmissions that were sent, history. An event
 * session starts thirty days after its first order. Needs the owner's role, since rows are written in the states they
 * ended in, past the triggers that would have them pass through the others.
 */
export function insertManyOrders(db: Database, count: number): Promise<void> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(sql`set local statement_timeout = 0`);
    await tx.execute(sql`set local transaction_timeout = 0`);
    for (const statement of statementsFor(count)) await tx.execute(statement);
  });
}

/** Whether a message or a step is one of the order's. */
const concerns = sql`whose = 'all' or whose = 'paid' and not failed or whose = 'failed' and failed
  or whose = 'cancelled' and cancelled`;

/** What each order sent, in order: destination, type and which orders. */
const MESSAGES = sql`
  (0, 'events', 'orders.updated', 'all'), (1, 'email', 'Email', 'all'),
  (2, 'events', 'orders.updated', 'all'), (3, 'data-platform', 'OrderCompleted', 'paid'),
  (4, 'events', 'payments.updated', 'paid'), (5, 'email', 'Email', 'paid'), (6, 'email', 'Email', 'paid'),
  (7, 'events', 'orders.updated', 'cancelled'), (8, 'payment-provider', 'RefundRequested', 'cancelled'), (9, 'events', 'refunds.updated', 'cancelled')`;

/** The steps of each order and of what belongs to it. */
const STEPS = sql`
  (0, 'hold', null, 'ACTIVE', 'all'), (0, 'inventory', 'available', 'reserved', 'all'),
  (1, 'order', null, 'pending', 'all'), (2, 'order', 'pending', 'processing', 'all'),
  (1, 'payment', null, 'pending', 'all'), (2, 'payment', 'pending', 'processing', 'all'),
  (3, 'order', 'processing', 'confirmed', 'paid'), (3, 'payment', 'processing', 'completed', 'paid'),
  (3, 'hold', 'ACTIVE', 'CONFIRMED', 'paid'), (3, 'inventory', 'reserved', 'confirmed', 'paid'),
  (4, 'inventory', 'confirmed', 'sold', 'paid'),
  (3, 'order', 'processing', 'failed', 'failed'), (3, 'payment', 'processing', 'failed', 'failed'),
  (3, 'hold', 'ACTIVE', 'RELEASED', 'failed'), (3, 'inventory', 'reserved', 'available', 'failed'),
  (5, 'order', 'confirmed', 'cancelled', 'cancelled'), (5, 'payment', 'completed', 'refunded', 'cancelled'),
  (5, 'inventory', 'sold', 'available', 'cancelled'),
  (5, 'refund', null, 'asked', 'cancelled'), (6, 'refund', 'asked', 'done', 'cancelled')`;

const statementsFor = (count: number) => [
  sql`create temporary table made on commit drop as
    select n, n % 20 = 0 as cancelled, n % 20 = 1 as failed, 1 + n % 2 as quantity,
           ${id("order", "n")} as order_id, ${id("hold", "n")} as hold_id, ${id("payment", "n")} as payment_id,
           ${id("refund", "n")} as refund_id, ${id("user", `n / ${PER_BUYER}`)} as user_id,
           ${id("event_session", `n / ${PER_EVENT_SESSION}`)} as event_session_id,
           ${id("event", `n / ${PER_EVENT_SESSION * SESSIONS_PER_EVENT} + 1`)} as event_id,
           app_now() - (${count - 1} - n) * interval '1 minute' as made_at
    from generate_series(0, ${count - 1}::int) n`,
  sql`insert into users (id, email, password_hash, created_at)
    select user_id, user_id || '@test.example', 'none', min(made_at) from made group by user_id`,
  sql`insert into events (id, title, description, venue, status, owner_id, created_at)
    select event_id, '첫눈 콘서트', '겨울밤의 한 시간', '서울', 'PUBLISHED', min(user_id), min(made_at)
    from made group by event_id`,
  sql`insert into event_sessions (id, event_id, starts_at, sales_open_at, sales_close_at, cancel_deadline_at, price_krw,
      max_per_user, queue_admit_limit, queue_admit_rate_per_second, queue_max_length)
    select event_session_id, event_id, min(made_at) + interval '30 days', min(made_at) - interval '1 day',
      min(made_at) + interval '29 days', min(made_at) + interval '29 days', 50000, 4, 100, 50, 50000
    from made group by event_session_id, event_id`,
  sql`insert into stock (event_session_id, total, remaining)
    select event_session_id, 2 * count(*), 2 * count(*) - sum(quantity) filter (where not cancelled and not failed)
    from made group by event_session_id`,
  sql`insert into holds (id, user_id, event_session_id, quantity, state, expires_at, checked_out, sold,
      returned, created_at)
    select hold_id, user_id, event_session_id, quantity, (case when failed then 'RELEASED' else 'CONFIRMED' end)::hold_state,
           made_at, true, not cancelled and not failed, case when cancelled then quantity else 0 end, made_at from made`,
  sql`insert into hold_counts (event_session_id, held, paying, sold)
    select event_session_id, 0, 0, sum(quantity) filter (where not cancelled and not failed)
    from made group by event_session_id`,
  sql`insert into orders (id, user_id, event_session_id, hold_id, quantity, amount_krw, state, trace_id,
      created_at, updated_at)
    select order_id, user_id, event_session_id, hold_id, quantity, quantity * 50000,
           (case when cancelled then 'cancelled' when failed then 'failed' else 'confirmed' end)::order_state, md5(n::text),
           made_at, made_at
    from made`,
  sql`insert into payments (id, order_id, provider, pg_payment_id, method, amount_krw, state, session_url, window_ends_at,
      created_at, updated_at)
    select payment_id, order_id, 'sandbox', 'sandbox_' || n, 'CARD', quantity * 50000,
           (case when cancelled then 'refunded' when failed then 'failed' else 'completed' end)::payment_state, '/', made_at,
           made_at, made_at
    from made`,
  sql`insert into sandbox_payments (pg_payment_id, order_id, amount_krw, refunded_krw, status)
    select 'sandbox_' || n, order_id, quantity * 50000, case when cancelled then quantity * 50000 else 0 end,
           case when cancelled then 'REFUNDED' when failed then 'DECLINED' else 'APPROVED' end from made`,
  sql`insert into refunds (id, payment_id, amount_krw, state, reason, created_at, updated_at)
    select refund_id, payment_id, quantity * 50000, 'done', 'cancelled_by_buyer', made_at, made_at from made where cancelled`,
  sql`insert into tickets (id, order_id, user_id, event_session_id, price_krw, status, qr, refund_id,
      refunded_krw, issued_at)
    select ${id("ticket", "2 * n + i")}, order_id, user_id, event_session_id, 50000,
           (case when cancelled then 'VOID' else 'VALID' end)::ticket_status, repeat('q', 200),
           case when cancelled then refund_id end, case when cancelled then 50000 end, made_at
    from made, generate_series(1, quantity) i where not failed`,
  sql`insert into transmissions (id, destination, type, aggregate_id, payload, state, claims, sent_at, trace_id,
      created_at)
    select ${id("transmission", "10 * n + at")}, destination::transmission_destination, type,
           case destination when 'email' then user_id when 'payment-provider' then refund_id else order_id end,
           case destination when 'payment-provider' then json_build_object('refundId', refund_id)::text
             else repeat('p', 200) end, 'SENT', 1, made_at, md5(n::text), made_at
    from made join (values ${MESSAGES}) message(at, destination, type, whose) on ${concerns} order by n, at`,
  sql`insert into state_history (entity, entity_id, from_state, to_state, actor_kind, trace_id, at)
    select entity, case entity when 'order' then order_id when 'payment' then payment_id when 'hold' then hold_id
           when 'refund' then refund_id
           else event_session_id end, from_state, to_state, 'system', md5(n::text), made_at
    from made join (values ${STEPS}) step(at, entity, from_state, to_state, whose) on ${concerns} order by n, step.at`,
  sql`insert into state_history (entity, entity_id, from_state, to_state, actor_kind, trace_id, at)
    select 'transmission', id, 'PENDING', 'SENT', 'system', trace_id, created_at from transmissions order by seq`,
];
