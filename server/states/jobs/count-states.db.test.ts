import { sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { createContext, systemContext } from "../../platform/operation/context.ts";
import { newId } from "../../platform/values/ids.ts";
import { readStates } from "../../reports/states.ts";
import { insertManyOrders } from "../../testing/many-orders.ts";
import { ownerDb } from "../../testing/owner.ts";
import { countSteps } from "../store.ts";
import { countStates } from "./count-states.ts";

const job = systemContext("states.count");

beforeAll(() => insertManyOrders(ownerDb, 100));

/** The count of each state of a machine, as an operator reads it. */
async function countsOf(machine: string): Promise<Record<string, number | null>> {
  const { behind, machines } = await readStates(db);
  expect(behind).toBe(false);
  const found = machines.find((each) => each.machine === machine);
  return Object.fromEntries(found?.states.map(({ state, count }) => [state, count]) ?? []);
}

const order = (from: string | null, to: string) =>
  db.execute(sql`
    insert into state_history (entity, entity_id, from_state, to_state, actor_kind, trace_id)
    values ('order', ${newId("order")}, ${from}, ${to}, 'system', '')`);

it("tells the same before and after the job counts, and what came since", async () => {
  const before = await countsOf("order");
  expect(before).toMatchObject({ pending: 0, confirmed: 90, cancelled: 5, failed: 5 });
  await countStates(job);
  expect(await countsOf("order")).toEqual(before);
  await order(null, "pending");
  expect(await countsOf("order")).toEqual({ ...before, pending: 1 });
  await order("pending", "processing");
  await countStates(job);
  expect(await countsOf("order")).toEqual({ ...before, processing: 1 });
  await order("processing", "failed");
  expect(await countsOf("order")).toMatchObject({ failed: 6, processing: 0 });
});

it("counts each step once, though several count at once", async () => {
  await Promise.all([countStates(job), countStates(job), countStates(job)]);
  const kept = await db.execute(sql`
    select coalesce(sum(count) filter (where machine = 'hold' and state = 'ACTIVE'), 0)::int as active,
           sum(count) filter (where machine = 'hold')::int as all from state_counts`);
  expect(kept[0]).toEqual({ active: 0, all: 100 });
});

it("goes on where it ended, and does nothing where there is nothing", async () => {
  await countStates(job);
  const [{ seq = 0 } = {}] = await db.execute<{ seq: number }>(
    sql`select max(seq)::int as seq from state_history`,
  );
  expect(await countSteps(job, Number(seq))).toBe(false);
  expect((await db.execute(sql`select seq::int from state_count_marks`))[0]).toEqual({ seq: Number(seq) });
});

it("counts people, waiting transmissions and tickets where they are, and no login sessions", async () => {
  const [{ people = 0 } = {}] = await db.execute<{ people: number }>(
    sql`select count(*)::int as people from users`,
  );
  expect(await countsOf("person")).toEqual({ ACTIVE: people, SUSPENDED: 0, ERASED: 0 });
  expect(await countsOf("transmission")).toMatchObject({ PENDING: 0, DEAD: 0 });
  expect((await countsOf("transmission")).SENT).toBeGreaterThan(500);
  expect(await countsOf("inventory")).toMatchObject({ available: 65, reserved: 0, sold: 135 });
  expect(await countsOf("loginSession")).toMatchObject({ ACTIVE: null });
});

it("names the oldest of each state that things leave again", async () => {
  const { machines } = await readStates(createContext().db);
  const oldest = (machine: string, state: string) =>
    machines.find((each) => each.machine === machine)?.states.find((each) => each.state === state)?.oldest;
  expect(oldest("order", "confirmed")?.id).toMatch(/^order_/);
  expect(oldest("order", "cancelled")).toBeNull();
  expect(oldest("payment", "processing")).toBeNull();
});
