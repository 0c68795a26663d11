import { eq, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { describe, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { users } from "#db/schema/auth.ts";
import { holds } from "#db/schema/holds.ts";
import { integrationSessions } from "#db/schema/integration.ts";
import { orders } from "#db/schema/orders.ts";
import { payments, refunds } from "#db/schema/payments.ts";
import { stateHistory } from "#db/schema/platform.ts";
import { seats } from "#db/schema/seats.ts";
import { shippings } from "#db/schema/shipping.ts";
import { transmissions } from "#db/schema/transmissions.ts";
import { waitlistEntries } from "#db/schema/waitlist.ts";
import { writeTransmissions } from "#server/transmissions/steps/write-transmissions.ts";
import { machines } from "./machines.ts";
import type { AnyMachine } from "./platform/database/machine.ts";
import { inTransaction } from "./platform/database/transaction.ts";
import { transitionOn } from "./platform/database/transition.ts";
import { systemContext } from "./platform/operation/context.ts";
import { newId } from "./platform/values/ids.ts";
import { given } from "./testing/given.ts";
import { ownerDb } from "./testing/owner.ts";
import { type SpecifiedMachine, specifiedMachine } from "./testing/specified-machines.ts";

const ctx = systemContext("machines.test");

/** A row in its machine's first state: its id. */
const births: Record<string, () => Promise<string>> = {
  holds: async () => {
    const { id: eventSessionId } = await given.saleOpen();
    const { userId } = await given.person();
    const id = newId("hold");
    await db.insert(holds).values({ id, userId, eventSessionId, quantity: 1, expiresAt: new Date() });
    return id;
  },
  orders: async () => {
    const holdId = (await births.holds?.()) as `hold_${string}`;
    const [hold] = await db.select().from(holds).where(eq(holds.id, holdId));
    const id = newId("order");
    const { userId, eventSessionId } = hold as NonNullable<typeof hold>;
    await db
      .insert(orders)
      .values({ id, userId, eventSessionId, holdId, quantity: 1, amountKrw: 1, traceId: ctx.traceId });
    return id;
  },
  payments: async () => {
    const orderId = (await births.orders?.()) as `order_${string}`;
    const id = newId("payment");
    const provider = { provider: "sandbox", pgPaymentId: id, sessionUrl: "/" };
    await db
      .insert(payments)
      .values({ id, orderId, ...provider, method: "CARD", amountKrw: 1, windowEndsAt: new Date() });
    return id;
  },
  refunds: async () => {
    const paymentId = (await births.payments?.()) as `payment_${string}`;
    const id = newId("refund");
    await db.insert(refunds).values({ id, paymentId, amountKrw: 1, reason: "cancelled_by_buyer" });
    return id;
  },
  shippings: async () => {
    const orderId = (await births.orders?.()) as `order_${string}`;
    const id = newId("shipping");
    await db.insert(shippings).values({ id, orderId });
    return id;
  },
  seats: async () => {
    const { id: eventSessionId } = await given.saleOpen();
    const id = newId("seat");
    await db.insert(seats).values({ id, eventSessionId, number: id, section: "A", priceKrw: 1 });
    return id;
  },
  waitlist_entries: async () => {
    const { id: eventSessionId } = await given.saleOpen();
    const { userId } = await given.person();
    const id = newId("waitlist_entry");
    await db.insert(waitlistEntries).values({ id, userId, eventSessionId, quantity: 1 });
    return id;
  },
  users: async () => (await given.person()).userId,
  integration_sessions: async () => {
    const { userId } = await given.person();
    const id = newId("integration_session");
    await db.insert(integrationSessions).values({ id, userId, vendorId: id.slice(-30) });
    return id;
  },
  transmissions: async () => {
    const aggregateId = newId("order");
    const message = { destination: "events", type: "orders.updated", aggregateId, payload: {} } as const;
    await inTransaction(ctx, async (tx) => writeTransmissions(tx, [message]));
    const [row] = await db.select().from(transmissions).where(eq(transmissions.aggregateId, aggregateId));
    return row?.id ?? "";
  },
};
const tables: Record<string, PgTable> = {
  ...{ holds, orders, payments, refunds, seats, shippings, transmissions, users },
  integration_sessions: integrationSessions,
  waitlist_entries: waitlistEntries,
};

const setState = (table: string, id: string, to: string) =>
  db.execute(sql`update ${sql.identifier(table)} set state = ${to} where id = ${id}`);
const stateOf = async (table: string, id: string) => {
  const [row] = await db.execute<{ state: string }>(
    sql`select state from ${sql.identifier(table)} where id = ${id}`,
  );
  return row?.state;
};

/** The shortest way of specified steps from a machine's first state. */
function pathTo({ initial, steps }: SpecifiedMachine, goal: string): string[] {
  const paths: string[][] = [[initial]];
  for (const path of paths) {
    if (path.at(-1) === goal) return path.slice(1);
    for (const [from, to] of steps) if (from === path.at(-1) && !path.includes(to)) paths.push([...path, to]);
  }
  throw new Error(`no steps lead to ${goal}`);
}

async function rowIn(specified: SpecifiedMachine, table: string, state: string): Promise<string> {
  const id = (await births[table]?.()) ?? "";
  for (const step of pathTo(specified, state)) await setState(table, id, step);
  expect(await stateOf(table, id)).toBe(state);
  return id;
}

// What is expected comes from docs/spec: a machine with a wrong edge would expect that edge of itself.
const kept = machines.flatMap(({ machine, table }) =>
  table ? [{ machine: machine as AnyMachine, table, specified: specifiedMachine(machine.name) }] : [],
);
const pairs = kept.flatMap(({ machine, table, specified }) =>
  specified.states.flatMap((from) =>
    specified.states.map((to) => ({ name: machine.name, machine, table, specified, from, to })),
  ),
);

describe.each(pairs)("$name $from → $to", ({ machine, table, specified, from, to }) => {
  const legal = specified.steps.some(([a, b]) => a === from && b === to);
  const unchanged = from === to && !legal;

  it(`${legal ? "passes" : unchanged ? "is no transition for" : "is refused by"} the guard`, async () => {
    const id = await rowIn(specified, table, from);
    const move = transitionOn(tables[table] as typeof holds, machine);
    const moved = inTransaction(ctx, (tx) => move.one(tx, id, to as never));
    if (legal || unchanged) await moved;
    else
      await expect(moved).rejects.toMatchObject({
        status: 409,
        reason: "illegal_transition",
        params: { machine: machine.name, from, to },
      });
    expect(await stateOf(table, id)).toBe(legal ? to : from);
    const history = await db.select().from(stateHistory).where(eq(stateHistory.entityId, id));
    expect(history.map(({ fromState, toState }) => [fromState, toState])).toEqual(legal ? [[from, to]] : []);
  });

  it(`${legal || unchanged ? "passes" : "is refused by"} the database`, async () => {
    const id = await rowIn(specified, table, from);
    const update = setState(table, id, to);
    if (legal || unchanged) await update;
    else await expect(update).rejects.toThrow();
    expect(await stateOf(table, id)).toBe(legal ? to : from);
  });
});

describe.each(kept)("$table", ({ table, specified: { initial, states }, specified }) => {
  it(`is born as ${initial} and nothing else`, async () => {
    const id = await rowIn(specified, table, initial);
    for (const state of states.filter((other) => other !== initial)) {
      const twin = db.execute(sql`
        insert into ${sql.identifier(table)} overriding system value select (json_populate_record(null::${sql.identifier(table)},
          (to_json(t)::jsonb || ${JSON.stringify({ id: newId("twin"), state })}::jsonb)::json)).*
        from ${sql.identifier(table)} t where id = ${id}`);
      await expect(twin).rejects.toMatchObject({ cause: { code: "23514" } });
    }
  });
});

it.each(["audit_log", "state_history"])("%s keeps what was written, even from its owner", async (table) => {
  const specified = specifiedMachine("hold");
  await rowIn(specified, "holds", specified.initial);
  const name = sql.identifier(table);
  for (const rewrite of [
    sql`update ${name} set trace_id = ''`,
    sql`delete from ${name}`,
    sql`truncate ${name}`,
  ])
    await expect(ownerDb.execute(rewrite)).rejects.toMatchObject({
      cause: { message: `${table} is append-only` },
    });
});
