import { eq, sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, expect, it } from "vitest";
import { type Database, db } from "#db/client.ts";
import { users } from "#db/schema/auth.ts";
import { until } from "../../testing/until.ts";
import { env } from "../config/env.ts";
import { createContext, type Tx } from "../operation/context.ts";
import { newId } from "../values/ids.ts";
import { isConnectionLoss } from "./connection-loss.ts";
import { inTransaction } from "./transaction.ts";

const ctx = createContext();
/** A connection beside the pool, to cut the pool's own with. */
const knife = postgres(env.DATABASE_URL, { max: 1 });
afterAll(() => knife.end());

/** More than the pool has connections. */
const CROWD = 60;

const insertUser = async (on: Database) => {
  const id = newId("user");
  await on.insert(users).values({ id, role: "USER", email: `${id}@test.example`, passwordHash: "none" });
  return id;
};
const count = (email: string) => db.$count(users, eq(users.email, email));

/** Ends the connection of `on` from outside; when it resolves, the pool has made a new one in its place. */
async function cut(on: Database): Promise<void> {
  const [row] = await on.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
  await knife`select pg_terminate_backend(${row?.pid ?? 0}, 5000)`;
  await Promise.all(Array.from({ length: CROWD }, () => db.execute(sql`select pg_sleep(0.02)`)));
}

/** Runs `work` in a transaction; resolves when `work` has come to its end, however the transaction ended before. */
async function toItsEnd(work: (tx: Tx) => Promise<unknown>) {
  const ended = Promise.withResolvers<void>();
  const outcome = inTransaction(ctx, async (tx) => {
    try {
      return await work(tx);
    } finally {
      ended.resolve();
    }
  }).catch((error: unknown) => error);
  await ended.promise;
  return outcome;
}

it("writes nothing after its connection was cut, on no other connection either", async () => {
  const email = `${newId("user")}@test.example`;
  const mark = (on: Database) =>
    on.insert(users).values({ id: newId("user"), role: "USER", email, passwordHash: "none" });
  const outcome = await toItsEnd(async (tx) => {
    await insertUser(tx.db);
    await cut(tx.db);
    await mark(tx.db);
  });
  expect(isConnectionLoss(outcome)).toBe(true);
  expect(await count(email)).toBe(0);
});

it("is not committed by a connection that it did not begin on", async () => {
  const outcome = await toItsEnd(async (tx) => {
    await insertUser(tx.db);
    await cut(tx.db);
  });
  expect(isConnectionLoss(outcome)).toBe(true);
});

it("is ended by the database when its process is stuck in it, or a statement is", async () => {
  const stuck = await toItsEnd(async (tx) => {
    const [row] = await tx.db.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
    await tx.db.execute(sql`set local idle_in_transaction_session_timeout = 20`);
    await until(
      async () => (await knife`select 1 from pg_stat_activity where pid = ${row?.pid ?? 0}`).length === 0,
    );
    await insertUser(tx.db);
  });
  const slow = await toItsEnd(async (tx) => {
    await tx.db.execute(sql`set local statement_timeout = 20`);
    await tx.db.execute(sql`select pg_sleep(5)`);
  });
  expect([isConnectionLoss(stuck), isConnectionLoss(slow)]).toEqual([true, true]);
  const [limits] = await db.execute(sql`
    select current_setting('statement_timeout') as statement,
           current_setting('idle_in_transaction_session_timeout') as silence,
           current_setting('transaction_timeout') as transaction`);
  expect(limits).toEqual({ statement: "8s", silence: "8s", transaction: "30s" });
});

it("is known for lost when it is cut under a running statement, and the pool mends itself", async () => {
  const victims = Promise.allSettled(
    Array.from({ length: CROWD }, () =>
      inTransaction(ctx, async (tx) => {
        await insertUser(tx.db);
        await tx.db.execute(sql`select pg_sleep(60)`);
      }),
    ),
  );
  let over = false;
  void victims.then(() => {
    over = true;
  });
  await until(async () => {
    await knife`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and query = 'select pg_sleep(60)'`;
    return over;
  });
  for (const victim of await victims)
    expect(victim.status === "rejected" && isConnectionLoss(victim.reason)).toBe(true);
  const crowd = () => Array.from({ length: CROWD }, () => inTransaction(ctx, (tx) => insertUser(tx.db)));
  await until(async () => (await Promise.all(crowd())).length === CROWD);
});
