import { type SQL, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";

/** One equation of SPEC 11 on the live database. */
export interface EquationResult {
  readonly name: string;
  /** Rows looked at. */
  readonly checked: number;
  /** Rows for which it does not hold; empty is the only right answer. */
  readonly broken: readonly string[];
}

/** Each query gives one row for everything it looks at: its id, and whether the equation holds for it. */
const EQUATIONS: Record<string, SQL> = {
  "stock: total = remaining + active holds + sold, and nothing below zero": sql`
    select s.event_session_id as id,
           s.remaining >= 0
           and s.total = s.remaining + coalesce(sum(h.quantity) filter (where h.state = 'ACTIVE' or h.sold), 0) as holds
    from stock s left join holds h using (event_session_id) group by s.event_session_id`,
  "tickets: as many not void as are sold": sql`
    select s.event_session_id as id,
           coalesce((select sum(h.quantity) from holds h where h.event_session_id = s.event_session_id and h.sold), 0)
           = (select count(*) from tickets t
              where t.event_session_id = s.event_session_id and t.status <> 'VOID') as holds
    from stock s`,
  "orders: a paid one has its tickets and a completed payment of its amount, any other has neither": sql`
    select o.id,
           (o.state in ('confirmed', 'shipped', 'delivered')) = (p.state = 'completed')
           and p.amount_krw = o.amount_krw
           and (select count(*) from tickets t where t.order_id = o.id and t.status <> 'VOID')
               = case when o.state in ('confirmed', 'shipped', 'delivered') then o.quantity else 0 end as holds
    from orders o join payments p on p.order_id = o.id`,
  "money: every refund was asked of the provider, once": sql`
    select p.id,
           (select count(*) from transmissions t
            where t.aggregate_id = p.order_id and t.destination = 'payment-provider')
           = case when p.state = 'refunded' then 1 else 0 end as holds
    from payments p`,
  "outbox: every order that was ever confirmed told the data platform, once": sql`
    select o.id,
           (select count(*) from transmissions t where t.aggregate_id = o.id and t.type = 'OrderCompleted')
           = (select count(*) from state_history h
              where h.entity = 'order' and h.entity_id = o.id and h.to_state = 'confirmed') as holds
    from orders o`,
  "outbox: every order transition has its event": sql`
    select o.id,
           (select count(*) from transmissions t where t.aggregate_id = o.id and t.type = 'orders.updated')
           = (select count(*) from state_history h
              where h.entity = 'order' and h.entity_id = o.id and h.from_state is not null) as holds
    from orders o`,
  "phone lines: who holds one is at a step that needs it, and who is at such a step holds one": sql`
    select s.id,
           (s.state in ('LOCKED', 'SMS_RECEIVED', 'EMAIL_WAITING', 'EMAIL_RECEIVED', 'VERIFYING'))
           = exists (select from phone_lines l where l.holder_id = s.id) as holds
    from integration_sessions s`,
  "integration: an ended session has no codes": sql`
    select id, (sms_code is null and email_code is null)
           or state not in ('COMPLETED', 'LOCK_TIMEOUT', 'FAILED', 'CANCELLED', 'EXPIRED') as holds
    from integration_sessions`,
  "people: whoever is or was not active has the history of it": sql`
    select u.id, u.state::text = coalesce(h.to_state, 'ACTIVE') as holds
    from users u
    left join (select distinct on (entity_id) entity_id, to_state from state_history
               where entity = 'person' order by entity_id, seq desc) h on h.entity_id = u.id
    where u.state <> 'ACTIVE' or h.to_state is not null`,
  "history: the last row of each tells its state": sql`
    with entity(name, id, state) as (
      select 'order', id, state::text from orders
      union all select 'payment', id, state::text from payments
      union all select 'hold', id, state::text from holds
      union all select 'integrationSession', id, state::text from integration_sessions)
    select e.id,
           e.state = (select to_state from state_history h
                      where h.entity = e.name and h.entity_id = e.id order by seq desc limit 1) as holds
    from entity e`,
  "history: each row begins where the one before it ended": sql`
    select entity || ' ' || entity_id as id,
           bool_and(from_state is not distinct from before) as holds
    from (select *, lag(to_state) over (partition by entity, entity_id order by seq) as before
          from state_history where entity in ('order', 'payment', 'hold', 'integrationSession')) steps
    group by entity, entity_id`,
};

/** Checks every equation that must hold at every moment, under load and after every fault (SPEC 11). */
export async function checkEquations(db: Database): Promise<EquationResult[]> {
  const results: EquationResult[] = [];
  for (const [name, query] of Object.entries(EQUATIONS)) {
    const rows = await db.execute<{ id: string; holds: boolean | null }>(query);
    results.push({
      name,
      checked: rows.length,
      broken: rows.filter((row) => row.holds !== true).map((row) => row.id),
    });
  }
  return results;
}
