import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import type postgres from "postgres";
import { expect, it } from "vitest";
import { checkEquations } from "#server/reports/queries.ts";
import { givenDatabase, migrationsBefore } from "#server/testing/upgrades.ts";

/** A purchase of each kind: how it stands, and the state of the transmission that asked for its refund. */
const PURCHASES = [
  ["pending", "pending", "ACTIVE", null],
  ["processing", "processing", "ACTIVE", null],
  ["confirmed", "completed", "CONFIRMED", null],
  ["shipped", "completed", "CONFIRMED", null],
  ["delivered", "completed", "CONFIRMED", null],
  ["failed", "failed", "RELEASED", null],
  ["failed", "failed", "EXPIRED", null],
  ["cancelled", "refunded", "CONFIRMED", "SENT"],
  ["cancelled", "refunded", "CONFIRMED", "PENDING"],
  ["cancelled", "refunded", "CONFIRMED", "FAILED"],
  ["cancelled", "refunded", "CONFIRMED", "DEAD"],
  ["cancelled", "refunded", "CONFIRMED", "RESOLVED"],
] as const;

/** The states that lead to each state, from the first on. */
const PATHS: Readonly<Record<string, readonly string[]>> = {
  ...{ pending: ["pending"], processing: ["pending", "processing"] },
  confirmed: ["pending", "processing", "confirmed"],
  shipped: ["pending", "processing", "confirmed", "shipped"],
  delivered: ["pending", "processing", "confirmed", "shipped", "delivered"],
  ...{ failed: ["pending", "processing", "failed"], completed: ["pending", "processing", "completed"] },
  cancelled: ["pending", "processing", "confirmed", "cancelled"],
  refunded: ["pending", "processing", "completed", "refunded"],
  ...{ ACTIVE: ["ACTIVE"], CONFIRMED: ["ACTIVE", "CONFIRMED"] },
  ...{ RELEASED: ["ACTIVE", "RELEASED"], EXPIRED: ["ACTIVE", "EXPIRED"] },
};
/** The steps of a transmission, whose birth is no row. */
const DELIVERIES: Readonly<Record<string, readonly string[]>> = {
  ...{ PENDING: [], SENT: ["PENDING", "SENT"], FAILED: ["PENDING", "FAILED"] },
  DEAD: ["PENDING", "FAILED", "DEAD"],
  RESOLVED: ["PENDING", "FAILED", "DEAD", "RESOLVED"],
};

const PRICE = 50_000;
const QUANTITY = 2;

async function step(sql: postgres.Sql, entity: string, id: string, states: readonly (string | null)[]) {
  for (const [index, to] of states.slice(1).entries())
    await sql`insert into state_history (entity, entity_id, from_state, to_state, actor_kind, trace_id)
      values (${entity}, ${id}, ${states[index] ?? null}, ${to ?? ""}, 'system', 'trace')`;
}

async function transmit(
  sql: postgres.Sql,
  destination: string,
  type: string,
  orderId: string,
  state: string,
) {
  const [row] = await sql`
    insert into transmissions (id, destination, type, aggregate_id, payload, state, claims, sent_at, trace_id)
    values (${`transmission_${crypto.randomUUID()}`}, ${destination}, ${type}, ${orderId}, ${JSON.stringify({ orderId })},
      ${state}, ${state === "PENDING" ? 0 : 1}, ${state === "SENT" ? sql`app_now()` : null}, 'trace') returning id`;
  await step(sql, "transmission", row?.id, DELIVERIES[state] ?? []);
}

async function purchase(sql: postgres.Sql, number: number, kind: (typeof PURCHASES)[number]) {
  const [order, payment, hold, refund] = kind;
  const [userId, holdId, orderId] = [`user_${number}`, `hold_${number}`, `order_${number}`];
  const [paymentId, pgId, amount] = [`payment_${number}`, `sandbox_${number}`, QUANTITY * PRICE];
  const isSold = ["confirmed", "shipped", "delivered"].includes(order);
  await sql`insert into users (id, email, password_hash) values (${userId}, ${`${userId}@test.example`}, 'none')`;
  await sql`insert into holds (id, user_id, event_session_id, quantity, state, expires_at, extended, sold)
    values (${holdId}, ${userId}, 'event_session_1', ${QUANTITY}, ${hold}, app_now() + interval '5 minutes', true, ${isSold})`;
  await sql`insert into orders (id, user_id, event_session_id, hold_id, quantity, amount_krw, state, end_reason, trace_id)
    values (${orderId}, ${userId}, 'event_session_1', ${holdId}, ${QUANTITY}, ${amount}, ${order},
      ${refund ? "cancelled_by_buyer" : null}, 'trace')`;
  await sql`insert into payments (id, order_id, provider, pg_payment_id, method, amount_krw, state, session_url, window_ends_at)
    values (${paymentId}, ${orderId}, 'sandbox', ${pgId}, 'CARD', ${amount}, ${payment}, '/', app_now())`;
  const provider = { pending: "READY", processing: "READY", completed: "APPROVED", failed: "DECLINED" };
  await sql`insert into sandbox_payments (pg_payment_id, order_id, amount_krw, status)
    values (${pgId}, ${orderId}, ${amount},
      ${payment === "refunded" ? (refund === "SENT" ? "REFUNDED" : "APPROVED") : provider[payment]})`;
  for (let ticket = 1; payment !== "failed" && hold === "CONFIRMED" && ticket <= QUANTITY; ticket++)
    await sql`insert into tickets (id, order_id, user_id, event_session_id, status, qr)
      values (${`ticket_${number}_${ticket}`}, ${orderId}, ${userId}, 'event_session_1', ${isSold ? "VALID" : "VOID"}, 'q')`;
  const path = PATHS[order] ?? [];
  await step(sql, "hold", holdId, [null, ...(PATHS[hold] ?? [])]);
  await step(sql, "order", orderId, [null, ...path]);
  await step(sql, "payment", paymentId, [null, ...(PATHS[payment] ?? [])]);
  for (let told = 1; told < path.length; told++)
    await transmit(sql, "events", "orders.updated", orderId, "SENT");
  if (path.includes("confirmed")) await transmit(sql, "data-platform", "OrderCompleted", orderId, "SENT");
  if (refund) await transmit(sql, "payment-provider", "RefundRequested", orderId, refund);
}

/** A shop as a release before the refunds had it. */
async function earlyShop(sql: postgres.Sql) {
  await migrate(drizzle(sql), { migrationsFolder: migrationsBefore("0011_purchases_and_refunds") });
  await sql.begin(async (tx) => {
    // Rows are written in the states they ended in.
    await tx`set local session_replication_role = replica`;
    const db = tx as unknown as postgres.Sql;
    await db`insert into users (id, email, password_hash, role) values ('owner', 'Owner@Test.example', 'none', 'ADMIN')`;
    await db`insert into users (id, email, password_hash, state) values ('gone', 'gone@test.example', 'none', 'SUSPENDED')`;
    await step(db, "person", "gone", ["ACTIVE", "SUSPENDED"]);
    await step(db, "loginSession", "login", [null, "ACTIVE", "REVOKED"]);
    await db`insert into events (id, title, description, venue, status, owner_id)
      values ('event_1', '첫눈 콘서트', '겨울밤', '서울', 'PUBLISHED', 'owner')`;
    await db`insert into event_sessions (id, event_id, starts_at, sales_open_at, sales_close_at, cancel_deadline_at, price_krw,
        max_per_user, line_admit_limit, line_admit_rate_per_second, line_max_length)
      values ('event_session_1', 'event_1', app_now() + interval '3 days', app_now() - interval '1 day',
        app_now() + interval '2 days', app_now() + interval '2 days', ${PRICE}, 4, 100, 50, 50000)`;
    for (const [index, kind] of PURCHASES.entries()) await purchase(db, index + 1, kind);
    // One hold without an order, which is over.
    await db`insert into holds (id, user_id, event_session_id, quantity, state, expires_at)
      values ('hold_alone', 'owner', 'event_session_1', 1, 'EXPIRED', app_now())`;
    await step(db, "hold", "hold_alone", [null, "ACTIVE", "EXPIRED"]);
    const taken =
      QUANTITY *
      PURCHASES.filter(([order, , hold]) => hold === "ACTIVE" || /^(conf|ship|deli)/.test(order)).length;
    await db`insert into stock (event_session_id, total, remaining) values ('event_session_1', 100, ${100 - taken})`;
    await sellers(db);
    await db`insert into alerts (id, kind, subject, detail, resolved_at)
      values ('alert_on', 'job_missed', 'a', '{}', null), ('alert_over', 'job_missed', 'b', '{}', app_now())`;
    await db`insert into audit_log (actor_kind, actor_id, action, target, outcome, trace_id)
      values ('user', 'owner', 'checkout.check-out', 'order_1', 'ok', 'trace')`;
    await db`insert into job_heartbeats (name) values ('outbox.deliver')`;
  });
}

async function sellers(sql: postgres.Sql) {
  const begun = [null, "REQUESTED", "INFO_ENTERING", "WAITING_FOR_LOCK", "LOCKED"];
  const paths = {
    LOCKED: begun,
    EXPIRED: [...begun.slice(0, 3), "EXPIRED"],
    WAITING_FOR_LOCK: begun.slice(0, 4),
  };
  for (const [index, [state, path]] of Object.entries(paths).entries()) {
    const userId = `user_${index + 1}`;
    await sql`insert into integration_sessions (id, user_id, vendor_id, state) values (${state}, ${userId}, ${`A0000000${index}`}, ${state})`;
    await step(sql, "integrationSession", state, path);
  }
  await sql`insert into phone_lines (id, phone_number, inbox, holder_id, locked_at, lock_expires_at)
    values ('line', '+821000000001', 'a@test', 'LOCKED', app_now(), app_now() + interval '10 minutes')`;
}

/** What later releases wrote before the newest migrations. */
async function laterShop(sql: postgres.Sql) {
  await migrate(drizzle(sql), { migrationsFolder: migrationsBefore("0032_decisions_of_operators") });
  await sql`insert into health_checks (name, state) values ('overall', 'DEGRADED'), ('jobs', 'DEGRADED')`;
  await sql`insert into health_changes (name, from_state, to_state, cause, at)
    values ('jobs', 'HEALTHY', 'DEGRADED', 'outbox.deliver', app_now())`;
}

it("takes a shop of an early release with things in every state to the newest, with all equations", async () => {
  const sql = await givenDatabase();
  await earlyShop(sql);
  await laterShop(sql);
  await migrate(drizzle(sql), { migrationsFolder: "db/migrations" });

  const results = await checkEquations(drizzle(sql));
  expect(results.filter(({ broken }) => broken > 0)).toEqual([]);
  const checked = new Map(results.map(({ name, checked: rows }) => [name.split(":")[0], rows]));
  expect(checked.get("orders")).toBe(PURCHASES.length);

  const refunds = await sql`
    select r.state, p.state as payment from refunds r join payments p on p.id = r.payment_id order by p.id`;
  expect(refunds.map(({ state, payment }) => [state, payment]).sort()).toEqual([
    ["asked", "completed"],
    ["asked", "completed"],
    ["done", "refunded"],
    ["refused", "completed"],
    ["refused", "completed"],
  ]);
  // Alerts of before are not told again.
  expect(
    await sql`select id from alerts where firing_told_at is null or (resolved_at is not null and end_told_at is null)`,
  ).toEqual([]);
  expect(await sql`select name, state from health_checks order by name`).toMatchObject([
    { name: "jobs", state: "DEGRADED" },
    { name: "overall", state: "DEGRADED" },
  ]);
  expect(await sql`select state from users where id = 'gone'`).toMatchObject([{ state: "SUSPENDED" }]);
  expect(await sql`select count(*)::int as rows from audit_log`).toMatchObject([{ rows: 1 }]);
});
