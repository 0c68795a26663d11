import { type SQL, sql } from "drizzle-orm";
import { integrationSessionMachine } from "../integration/machine.ts";
import { machines } from "../machines.ts";

const ended = integrationSessionMachine.states.filter((state) => integrationSessionMachine.isEnd(state));

/** Names of ours, written out in a statement: Postgres then knows how many they are, and looks them up by hash. */
const textsOf = (texts: readonly string[]) =>
  sql.raw(`array[${texts.map((text) => `'${text}'`).join(", ")}]`);

/**
 * The one step against a machine, which only migration 0011 made: payments that were called refunded before their money
 * had gone back are completed again.
 */
const isCorrection = sql`entity = 'payment' and from_state = 'refunded' and to_state = 'completed'
  and actor_kind = 'system' and reason = 'refund_not_done'`;

/** Whether a history row goes along an edge of its machine, or is a birth in its first state. */
const isEdge = sql`entity || ' ' || coalesce(from_state, '') || ' ' || to_state = any(${textsOf(
  machines.flatMap(({ machine }) => [
    `${machine.name}  ${machine.initial}`,
    ...machine.edges.map(([from, to]) => `${machine.name} ${from} ${to}`),
  ]),
)})`;

/** Where a row's first step begins: in nothing, and where its birth is no row of the history, in its first state. */
const birthOf = (entity: SQL) =>
  sql`case ${entity} ${sql.raw(
    machines
      .filter(({ machine: { name } }) => ["transmission", "person"].includes(name))
      .map(({ machine: { name, initial } }) => `when '${name}' then '${initial}'`)
      .join(" "),
  )} else '' end`;

/** All but counted stock, which goes many units at a time, and transmissions, most of which make one step alone. */
const others = machines.filter(({ machine: { name } }) => name !== "inventory" && name !== "transmission");

/** The rows that these machines govern, as they stand. */
const statesOfOthers = sql.join(
  others.flatMap(({ machine: { name }, table }) =>
    table
      ? [sql`select ${sql.raw(`'${name}'`)} as entity, id, state::text from ${sql.identifier(table)}`]
      : [],
  ),
  sql` union all `,
);

/**
 * Whether each step begins where the one before it ended, and the last one tells the state of its row. The steps of one
 * row come in the order of the index that `historyOf` uses, which spares a sort of them all.
 */
const chained = (steps: SQL, states: SQL) => sql`
  select coalesce(step.entity || ' ' || entity_id, states.entity || ' ' || id) as id,
         (entity_id is null or coalesce(from_state, '') = coalesce(before, ${birthOf(sql`step.entity`)}))
         and (id is null or state = coalesce(to_state, ${birthOf(sql`states.entity`)})) as holds
  from (
    select entity, entity_id, from_state, to_state, lag(to_state) over steps as before,
           case when lead(seq) over steps is null then entity_id end as ended_id
    from (${steps}) each
    window steps as (partition by entity, entity_id order by seq)) step
  full join (${states}) states on id = ended_id`;

/**
 * What must hold at every moment, under load and after every fault. Each query gives one row for everything it looks
 * at: its id, and whether the equation holds for it. A query reads whole tables and joins what it counted of them
 * (`select …, count(*) … group by`): a subquery for each row would make the check of a full shop quadratic.
 */
export const equations = {
  // The dearest first: the others are checked beside it.
  "history: each row begins where the one before it ended, and the last tells the state": chained(
    sql`select * from state_history where entity = any(${textsOf(others.map(({ machine: { name } }) => name))})`,
    statesOfOthers,
  ),
  "history: so it is with transmissions that did not go out at the first try": sql`
    with troubled as materialized (
      select distinct entity_id as id from state_history where entity = 'transmission' and to_state <> 'SENT')
    ${chained(
      sql`select state_history.* from state_history join troubled on id = entity_id where entity = 'transmission'`,
      sql`select 'transmission' as entity, id, state::text from transmissions left join troubled using (id)
        where troubled.id is not null or state not in ('PENDING', 'SENT')`,
    )}`,
  "history: each kind of step is one of its machine": sql`
    select entity || ' ' || min(entity_id) as id, ${isEdge} or is_correction as holds
    from (select entity, entity_id, from_state, to_state, ${isCorrection} as is_correction from state_history) step
    group by entity, from_state, to_state, is_correction`,
  "stock: total = remaining + active holds + sold, and nothing below zero": sql`
    select s.event_session_id as id,
           s.remaining >= 0 and s.total = s.remaining + coalesce(h.taken, 0) as holds
    from stock s left join (
      select event_session_id, sum(quantity) filter (where state = 'ACTIVE' or sold) as taken
      from holds group by event_session_id) h using (event_session_id)`,
  "seats: as many as there is stock, and those that are free are the ones on sale": sql`
    select s.event_session_id as id, n.total = s.total and n.free = s.remaining as holds
    from stock s join (
      select event_session_id, count(*) as total, count(*) filter (where state = 'available') as free
      from seats group by event_session_id) n using (event_session_id)`,
  "tickets: as many not void as are sold": sql`
    select s.event_session_id as id, coalesce(h.sold, 0) = coalesce(t.live, 0) as holds
    from stock s
    left join (select event_session_id, sum(quantity) as sold from holds where sold group by event_session_id) h
      using (event_session_id)
    left join (select event_session_id, count(*) as live from tickets where status <> 'VOID' group by event_session_id) t
      using (event_session_id)`,
  "tickets: void exactly where the order is cancelled": sql`
    select t.id, (t.status = 'VOID') = (o.state = 'cancelled') as holds
    from tickets t left join orders o on o.id = t.order_id`,
  "orders: a paid one has its tickets and a completed payment of its amount, any other has neither": sql`
    select o.id,
           (o.replaced_by_id is not null and p.id is null and o.state = 'failed'
             or (o.state in ('confirmed', 'shipped', 'delivered')) = (p.state = 'completed' and r.payment_id is null)
               and p.amount_krw = o.amount_krw)
           and coalesce(t.live, 0)
               = case when o.state in ('confirmed', 'shipped', 'delivered') then o.quantity else 0 end as holds
    from orders o
    left join payments p on p.order_id = o.id
    left join (select distinct payment_id from refunds) r on r.payment_id = p.id
    left join (select order_id, count(*) as live from tickets where status <> 'VOID' group by order_id) t
      on t.order_id = o.id`,
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
           (p.state = 'refunded') = (coalesce(r.done, 0) = p.amount_krw and r.asked is not null)
           and coalesce(r.asked, 0) <= p.amount_krw as holds
    from payments p left join (
      select payment_id, sum(amount_krw) as asked, sum(amount_krw) filter (where state = 'done') as done
      from refunds group by payment_id) r on r.payment_id = p.id
    where p.state = 'refunded' or r.payment_id is not null`,
  "maximum: no buyer holds and has bought more tickets of an event session than its maximum": sql`
    select h.event_session_id || ' ' || h.user_id as id, h.quantity <= s.max_per_user as holds
    from (select event_session_id, user_id, sum(quantity) as quantity from holds
          where state = 'ACTIVE' or sold group by event_session_id, user_id) h
    join event_sessions s on s.id = h.event_session_id`,
  "purchases: an order is open exactly while its hold lives, and so is its payment": sql`
    select o.id,
           (h.state = 'ACTIVE') = (o.state in ('pending', 'processing'))
           and (o.replaced_by_id is not null
             or (o.state in ('pending', 'processing')) = (p.state in ('pending', 'processing'))) as holds
    from orders o join holds h on h.id = o.hold_id left join payments p on p.order_id = o.id`,
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
  "outbox: every order transition has its event, and every confirmation told the data platform, once": sql`
    select o.id,
           coalesce(t.events, 0) = coalesce(h.moves, 0) and coalesce(t.completions, 0) = coalesce(h.confirmations, 0)
             as holds
    from orders o
    left join (
      select aggregate_id, count(*) filter (where type = 'orders.updated') as events,
             count(*) filter (where type = 'OrderCompleted') as completions
      from transmissions where type in ('orders.updated', 'OrderCompleted') group by aggregate_id) t
      on t.aggregate_id = o.id
    left join (
      select entity_id, count(*) filter (where from_state is not null) as moves,
             count(*) filter (where to_state = 'confirmed') as confirmations
      from state_history where entity = 'order' group by entity_id) h on h.entity_id = o.id`,
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
