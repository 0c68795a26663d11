import { type SQL, sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { type Database, db } from "#db/client.ts";
import { sealLog } from "../audit/jobs/seal-log.ts";
import { systemContext } from "../platform/operation/context.ts";
import { breaches, PAID } from "../testing/breaches.ts";
import { insertManyOrders } from "../testing/many-orders.ts";
import { ownerDb } from "../testing/owner.ts";
import { nodesOf, type PlanNode, touchedBy } from "../testing/plan-nodes.ts";
import { type EquationName, equations } from "./equations.ts";
import { checkEquation, checkEquations, NAMED_MAX, sharingSnapshot } from "./queries.ts";

const ORDERS = 2000;
beforeAll(async () => {
  await insertManyOrders(ownerDb, ORDERS);
  await db.execute(sql`
    insert into audit_log (actor_kind, action, target, outcome, trace_id)
    select 'system', 'checkout.check-out', id, 'ok', trace_id from orders`);
  await sealLog(systemContext("audit.seal"));
  await ownerDb.execute(sql`analyze`);
});

it("holds in a shop that has sold, cancelled and refunded", async () => {
  const results = await checkEquations(db);
  expect(results.filter(({ broken }) => broken > 0)).toEqual([]);
  expect(results.find(({ name }) => name.startsWith("orders:"))?.checked).toBe(ORDERS);
});

it.each(Object.entries(breaches))("reports what breaks '%s'", async (name, [breach, named]) => {
  await planted(breach, async (tx) => {
    const result = await checkEquation(tx, equations[name as EquationName]);
    expect(result).toMatchObject({ broken: 1, named: [named] });
  });
});

const ofOrders =
  "history of each order: a step begins where the one before it ended, and the last tells the state";
const ofTransmissions =
  "history of each transmission that is not sent, or was not at the first try: so it is with its steps";
const TRANSMISSION = "transmission_00000000000000000000000103";
/** The steps of a transmission that was sent after a failure, in an order of the caller's. */
const sentAgain = (steps: SQL) => sql`
  with gone as (delete from state_history where entity_id = ${TRANSMISSION})
  insert into state_history (entity, entity_id, from_state, to_state, actor_kind, trace_id)
  select 'transmission', ${TRANSMISSION}, "from", "to", 'system', '' from (values ${steps}) step("from", "to")`;

it.each<[string, EquationName, SQL]>([
  ["a state that no step led to", ofOrders, sql`update orders set state = 'cancelled' where id = ${PAID}`],
  ["an order without a history", ofOrders, sql`delete from state_history where entity_id = ${PAID}`],
  ["a history without its order", ofOrders, sql`delete from orders where id = ${PAID}`],
  [
    "steps in the wrong order",
    ofOrders,
    sql`update state_history
      set from_state = case to_state when 'processing' then 'processing' else 'pending' end,
          to_state = case to_state when 'processing' then 'confirmed' else 'processing' end
      where entity_id = ${PAID} and to_state in ('processing', 'confirmed')`,
  ],
  [
    "the same step twice",
    ofOrders,
    sql`
      insert into state_history (entity, entity_id, from_state, to_state, actor_kind, trace_id)
      select entity, entity_id, from_state, to_state, actor_kind, trace_id
      from state_history where entity_id = ${PAID} and to_state = 'confirmed'`,
  ],
  [
    "a transmission that waits, although its only step sent it",
    ofTransmissions,
    sql`update transmissions set state = 'PENDING' where id = ${TRANSMISSION}`,
  ],
  [
    "a transmission that was sent before it failed",
    ofTransmissions,
    sentAgain(sql`('FAILED', 'SENT'), ('PENDING', 'FAILED')`),
  ],
  [
    "a transmission that never failed and was tried again",
    ofTransmissions,
    sentAgain(sql`('PENDING', 'SENT'), ('FAILED', 'FAILED')`),
  ],
])("reports %s", async (_, name, breach) => {
  await planted(breach, async (tx) => {
    expect((await checkEquation(tx, equations[name])).broken).toBe(1);
  });
});

it("takes a transmission that was sent after a failure", async () => {
  await planted(sentAgain(sql`('PENDING', 'FAILED'), ('FAILED', 'SENT')`), async (tx) => {
    expect(await checkEquation(tx, equations[ofTransmissions])).toMatchObject({ checked: 1, broken: 0 });
  });
});

it("tells an event of an order that does not exist", async () => {
  const breach = sql`update transmissions set aggregate_id = 'order_of_nobody'
    where aggregate_id = ${PAID} and type = 'OrderCompleted'`;
  await planted(breach, async (tx) => {
    const name =
      "outbox: every order transition has its event, and every confirmation told the data platform, once";
    expect((await checkEquation(tx, equations[name])).broken).toBe(2);
  });
});

it("takes the correction of migration 0011, and names the step beside it that is none", async () => {
  const corrected = (payment: string, reason: string) => sql`
    update state_history set from_state = 'refunded', actor_kind = 'system', reason = ${reason}
    where entity_id = ${payment} and to_state = 'completed'`;
  const name = "history: each kind of step is one of its machine";
  await planted(corrected("payment_00000000000000000000000010", "refund_not_done"), async (tx) => {
    expect(await checkEquation(tx, equations[name])).toMatchObject({ broken: 0 });
    await tx.execute(corrected("payment_00000000000000000000000011", "paid"));
    expect(await checkEquation(tx, equations[name])).toMatchObject({
      broken: 1,
      named: ["payment payment_00000000000000000000000011"],
    });
  });
});

it.each<[string, SQL]>([
  ["anything but completed", sql`to_state = 'failed', actor_kind = 'system', reason = 'refund_not_done'`],
  ["completed by a person", sql`to_state = 'completed', actor_kind = 'user', reason = 'refund_not_done'`],
  ["completed for another reason", sql`to_state = 'completed', actor_kind = 'system', reason = 'paid'`],
])("reports a payment that went from refunded to %s", async (_, step) => {
  const payment = sql`(select id from payments where order_id = ${PAID})`;
  const breach = sql`update state_history set from_state = 'refunded', ${step}
    where entity_id = ${payment} and to_state = 'completed'`;
  await planted(breach, async (tx) => {
    const result = await checkEquation(tx, equations["history: each kind of step is one of its machine"]);
    expect(result).toMatchObject({ broken: 1 });
  });
});

it("names the first ten of many, and counts them all", async () => {
  await planted(sql`update payments set amount_krw = amount_krw + 1`, async (tx) => {
    const name =
      "orders: a paid one has its tickets and a completed payment of its amount, any other has neither";
    const { broken, named } = await checkEquation(tx, equations[name]);
    expect([broken, named.length]).toEqual([ORDERS, NAMED_MAX]);
  });
});

it.each(Object.entries(equations))(
  "touches each row a few times, however many there are: %s",
  async (_, equation) => {
    const [plan] = await db.execute<{ "QUERY PLAN": [{ Plan: PlanNode }] }>(
      sql`explain (analyze, timing off, format json) ${equation}`,
    );
    const nodes = nodesOf((plan as NonNullable<typeof plan>)["QUERY PLAN"][0].Plan);
    expect(nodes.filter((node) => node["Parent Relationship"] === "SubPlan")).toEqual([]);
    const touched = nodes.reduce((sum, node) => sum + touchedBy(node), 0);
    // Nine transmissions and eighteen steps an order, each through ten nodes at most: a nested loop over them is thousands.
    expect(touched / ORDERS).toBeLessThan(300);
  },
);

it("sees one moment, whatever is committed meanwhile", async () => {
  const [first] = Object.keys(equations);
  let committed: Promise<unknown> = Promise.resolve();
  const results = await checkEquations(db, ({ name }) => {
    if (name === first) committed = addToOrder(1);
  });
  await committed;
  expect(results.filter(({ broken }) => broken > 0)).toEqual([]);
  await addToOrder(-1);
});

it("sees it on every connection, whatever is committed before the next one begins", async () => {
  let begun = 0;
  const committing = {
    async transaction(...of: Parameters<Database["transaction"]>) {
      if (begun++ > 0) await addToOrder(1);
      return db.transaction(...of);
    },
  } as Database;
  const seen: unknown[] = [];
  await sharingSnapshot(committing, 3, async (tx) => {
    seen.push((await tx.execute(sql`select quantity from orders where id = ${PAID}`))[0]);
  });
  await addToOrder(-2);
  const before = await db.execute(sql`select quantity from orders where id = ${PAID}`);
  expect(seen).toEqual([before[0], before[0], before[0]]);
});

/** A change that a later equation would report. */
const addToOrder = (count: number) =>
  db.execute(sql`update orders set quantity = quantity + ${count} where id = ${PAID}`);

/** Runs `look` on the database with a breach in it, which no other transaction sees and which is undone. */
async function planted(breach: SQL, look: (tx: Database) => Promise<void>): Promise<void> {
  const undo = new Error("undo");
  const work = ownerDb.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(breach);
    await look(tx);
    throw undo;
  });
  await expect(work).rejects.toBe(undo);
}
