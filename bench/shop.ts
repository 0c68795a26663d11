import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import type { Database } from "#db/client.ts";
import { onlyRow } from "#server/platform/database/rows.ts";
import { systemContext } from "#server/platform/operation/context.ts";
import { countStates } from "#server/states/jobs/count-states.ts";
import { given, type Person } from "#server/testing/given.ts";
import { insertManyOrders } from "#server/testing/many-orders.ts";

/** Things in each of the states that orders pass through, and those that need an operator. */
const UNDER_WAY = 100;
/** Events of the seller who has the most. */
const SELLER_EVENTS = 10;

/** A shop that has sold for years. */
export interface Shop {
  /** As the owner of the tables. */
  readonly db: Database;
  readonly seller: Person;
  /** Something of what the seller sold. */
  readonly sold: { readonly event: string; readonly session: string; readonly ticket: string };
  /** People who have bought lately. */
  readonly buyers: readonly Person[];
  close(): Promise<void>;
}

/** Fills the app's database with so many orders and with what operators read besides. */
export async function openShop(orders: number): Promise<Shop> {
  // A connection of its own, because the app's statement timeout would end a statement this long.
  const owner = postgres(process.env.MIGRATION_DATABASE_URL ?? "", { max: 1, onnotice: () => {} });
  const db = drizzle(owner, { casing: "snake_case" });
  const admin = await given.person("ADMIN");
  const seller = await given.person("SELLER");
  await withoutIndexes(db, async () => {
    await insertManyOrders(db, orders);
    await db.transaction(async (tx) => {
      await tx.execute(sql`set local session_replication_role = replica`);
      for (const statement of readBesides(admin)) await tx.execute(statement);
    });
  });
  await db.execute(sql`
    update events set owner_id = ${seller.userId}
    where id in (select id from events order by created_at desc limit ${SELLER_EVENTS})`);
  await db.execute(sql`vacuum analyze`);
  const buyers = await sellSome();
  await countStates(systemContext("states.count"));
  return { db, seller, sold: await soldBy(db, seller), buyers, close: () => owner.end() };
}

/** Fills tables without the indexes that no constraint needs, and makes those afterwards, which takes a third of the time. */
async function withoutIndexes(db: Database, fill: () => Promise<void>): Promise<void> {
  const indexes = await db.execute<{ name: string; definition: string }>(sql`
    select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
    from pg_index join pg_class on pg_class.oid = indexrelid
    where relnamespace = 'public'::regnamespace and indexrelid not in (select conindid from pg_constraint)`);
  await db.execute(sql`set statement_timeout = 0; set maintenance_work_mem = '1GB'`);
  for (const { name } of indexes) await db.execute(sql.raw(`drop index ${name}`));
  await fill();
  for (const { definition } of indexes) await db.execute(sql.raw(definition));
}

/** What each order leaves that only operators and the buyer read, and what a shop of this age has of the rest. */
const readBesides = (admin: Person) => [
  // As its buyer and the callback of its payment left it.
  sql`insert into audit_log (actor_kind, actor_id, action, target, outcome, trace_id, at)
    select 'user', user_id, 'checkout.hold-tickets', hold_id, 'ok', trace_id, created_at from orders
    union all select 'user', user_id, 'checkout.check-out', id, 'ok', trace_id, created_at from orders
    union all select 'anonymous', null, 'checkout.take-payment-callback', p.id, 'ok', trace_id, p.created_at
      from payments p join orders o on o.id = p.order_id
    order by 7`,
  sql`insert into audit_log (actor_kind, actor_id, action, target, outcome, trace_id, at)
    select 'user', ${admin.userId}, 'auth.move-person', id, 'ok', md5(id), created_at
    from users where right(id, 2) = '07'`,
  sql`insert into notifications (id, event_id, recipient, user_id, kind, params, created_at)
    select 'notification_' || right(id, 26), 'event_of_' || id, 'customer', user_id, 'order.confirmed',
           jsonb_build_object('orderId', id), created_at from orders`,
  sql`insert into notifications (id, event_id, recipient, kind, params, created_at)
    select 'notification_' || case department when 'finance' then '1' else '2' end || right(id, 25), 'event_of_' || id, department, 'order.confirmed',
           jsonb_build_object('orderId', id), created_at
    from orders, unnest(array['finance', 'fulfillment']) department where right(id, 1) = '7'`,
  sql`insert into alerts (id, kind, subject, detail, first_at, last_at, resolved_at, firing_told_at, end_told_at)
    select 'alert_' || lpad(n::text, 26, '0'), 'transmission_dead', 'transmission_' || n, '{}', at, at, nullif(at, app_now()), at, at
    from (select n, app_now() - n / 10 * interval '1 hour' as at from generate_series(0, 999) n) past`,
  sql`insert into approvals (id, kind, subject, payload, note, asked_by_id, asked_at, expires_at, outcome)
    select 'approval_' || lpad(n::text, 26, '0'), 'close_sale', 'event_session_' || lpad(n::text, 26, '0'),
           json_build_object('kind', 'close_sale', 'id', 'event_session_' || lpad(n::text, 26, '0'), 'note', '끝'), '끝',
           ${admin.userId}, at, at, 'expired'
    from (select n, app_now() - n * interval '1 hour' as at from generate_series(1, 1000) n) past`,
  sql`insert into integration_sessions (id, user_id, vendor_id, state, created_at)
    select 'integration_session_' || right(id, 26), id, 'A' || right(id, 8), 'CANCELLED', created_at
    from users where right(id, 1) = '3' order by id limit 20000`,
  sql`insert into state_history (entity, entity_id, from_state, to_state, actor_kind, trace_id, at)
    select 'integrationSession', id, from_state, to_state, 'user', '', created_at
    from integration_sessions, (values (null, 'REQUESTED'), ('REQUESTED', 'CANCELLED')) step(from_state, to_state)`,
  sql`insert into sale_samples (event_session_id, at, remaining, held, paying, sold, waiting, admitted, issued, entries)
    select id, at, 500, 10, 10, 480, 100, 50, 1000, 900
    from (select id from event_sessions order by starts_at desc limit 50) latest,
         (select date_trunc('minute', app_now()) - n * interval '1 minute' as at from generate_series(0, 2880) n
          union select date_bin('15 minutes', app_now(), 'epoch') - n * interval '15 minutes'
          from generate_series(192, 2880) n
          union select date_bin('10 seconds', app_now(), 'epoch') - n * interval '10 seconds'
          from generate_series(0, 360) n) sampled
    on conflict do nothing`,
];

/** Orders at their payment, holds without an order, and paid orders, by the commands that buyers use. */
async function sellSome(): Promise<Person[]> {
  const { id } = await given.saleOpen({ stock: 100_000 });
  const people = await given.people(3 * UNDER_WAY);
  await Promise.all(
    people.map((person, index) => {
      if (index % 3 === 0) return given.hold(person, id);
      return index % 3 === 1 ? given.checkout(person, id) : given.paidOrder(person, id);
    }),
  );
  return people;
}

async function soldBy(db: Database, { userId }: Person): Promise<Shop["sold"]> {
  const rows = await db.execute<Shop["sold"] & Record<string, unknown>>(sql`
    select e.id as event, s.id as session, t.id as ticket
    from events e join event_sessions s on s.event_id = e.id join tickets t on t.event_session_id = s.id
    where e.owner_id = ${userId} limit 1`);
  return onlyRow(rows);
}
