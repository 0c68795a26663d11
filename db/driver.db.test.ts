import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import { afterAll, beforeAll, expect, it } from "vitest";
import { env } from "#server/platform/config/env.ts";
import { openPool } from "./driver.ts";

const pool = openPool(env.DATABASE_URL);
const db = drizzle(pool);
afterAll(() => pool.end());
// Of this pool's only connection: a statement between the failed one and the next would reset the row number.
beforeAll(() => db.execute(sql`set statement_timeout = 1000`));

/** Sends more rows than Postgres keeps back in its buffer, and is then ended by the time limit of a statement. */
const failInTheMiddleOfItsRows = async () => {
  const slow = sql`select n, repeat('x', 100), pg_sleep(case when n > 3000 then 60 else 0 end)
    from generate_series(1, 3001) n`;
  await expect(db.execute(slow)).rejects.toThrow();
};
const pidOf = async () => (await pool<{ pid: number }[]>`select pg_backend_pid() as pid`)[0]?.pid;

it("gives the rows of the next statement on the connection of one that failed in the middle of its rows", async () => {
  const pid = await pidOf();
  for (const read of [
    () => db.execute(sql`select count(*)::int as count from generate_series(1, 7)`),
    () => db.select({ count: sql<number>`count(*)::int` }).from(sql`generate_series(1, 7)`),
  ]) {
    await failInTheMiddleOfItsRows();
    expect([...(await read())]).toEqual([{ count: 7 }]);
    expect(await pidOf()).toBe(pid);
  }
});

it("gives no rows for a statement that returns none, and the right ones after that", async () => {
  await failInTheMiddleOfItsRows();
  expect([...(await db.execute(sql`select 1 from generate_series(1, 0)`))]).toEqual([]);
  expect([...(await db.execute(sql`select 2 as two`))]).toEqual([{ two: 2 }]);
});
