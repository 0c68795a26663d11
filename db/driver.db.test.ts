import { connect, createServer, type Server } from "node:net";
import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import { afterAll, beforeAll, expect, it } from "vitest";
import { env } from "#server/platform/config/env.ts";
import { patient } from "#server/testing/patience.ts";
import { until } from "#server/testing/until.ts";
import { listenOn, openPool } from "./driver.ts";

const pool = openPool(env.DATABASE_URL, { connectionsMax: 20 });
const db = drizzle(pool);
afterAll(() => pool.end());
// Of this pool's only connection: a statement between the failed one and the next would reset the row number.
beforeAll(() => db.execute(sql`set statement_timeout = ${sql.raw(String(patient(500)))}`));

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

it("prepares a statement's text once a connection, and no more than 500 texts", async () => {
  const preparedNow = async () => {
    const [row] = await pool<{ count: number }[]>`select count(*)::int as count from pg_prepared_statements`;
    return row?.count ?? 0;
  };
  const pid = await pidOf();
  const before = await preparedNow();
  for (let time = 0; time < 3; time++) await db.execute(sql`select ${time}::int as time`);
  expect(await preparedNow()).toBe(before + 1);
  for (let n = 0; n < 600; n++) await db.execute(sql`select ${1}::int + ${sql.raw(String(n))} as sum`);
  const after = await preparedNow();
  expect(after).toBeGreaterThan(400);
  expect(after).toBeLessThanOrEqual(510);
  expect(await pidOf()).toBe(pid);
});

it("refuses savepoints", async () => {
  const nested = db.transaction((tx) => tx.transaction(async () => {}));
  await expect(nested).rejects.toThrow("savepoints are not used");
});

it("waits for a second at most before it opens a lost connection again", () => {
  const { backoff } = pool.options as unknown as { backoff: (failures: number) => number };
  expect([1, 5, 100].map(backoff)).toEqual([0.1, 1, 1]);
});

it("listens once Postgres can be reached, though it could not be when it was asked to", async () => {
  const there = new URL(env.DATABASE_URL);
  const start = (port: number) =>
    new Promise<Server>((started) => {
      const server = createServer((client) => {
        const upstream = connect(Number(there.port), there.hostname);
        client.pipe(upstream).pipe(client);
        for (const socket of [client, upstream]) socket.on("error", () => {});
      });
      server.listen(port, "127.0.0.1", () => started(server));
    });
  const portOf = (server: Server) => (server.address() as { port: number }).port;
  const gone = await start(0);
  const port = portOf(gone);
  await new Promise((closed) => gone.close(closed));

  const url = new URL(env.DATABASE_URL);
  url.host = `127.0.0.1:${port}`;
  const late = openPool(url.href, { connectionsMax: 20 });
  const heard: string[] = [];
  const listening = listenOn(
    late,
    "news_of_a_test",
    (told) => heard.push(told),
    () => {},
  );
  await expect(late`select 1`).rejects.toThrow();
  const proxy = await start(port);
  await listening;
  await db.execute(sql`select pg_notify('news_of_a_test', 'told')`);
  await until(() => heard.length > 0);
  expect(heard).toEqual(["told"]);
  await late.end();
  proxy.close();
});
