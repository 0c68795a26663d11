import { type AddressInfo, connect, createServer } from "node:net";
import postgres from "postgres";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { withOne } from "#db/connection.ts";
import { listenOn, openPool } from "#db/driver.ts";
import { env } from "#server/platform/config/env.ts";
import { isConnectionLoss } from "#server/platform/database/connection-loss.ts";
import { hasPgbouncer, type Pgbouncer, startPgbouncer } from "#server/testing/pgbouncer.ts";
import { until } from "#server/testing/until.ts";
import { prepareGivenDatabase } from "./given-database.ts";

const DATABASE_URL = env.DATABASE_URL;
const MIGRATION_DATABASE_URL = env.MIGRATION_DATABASE_URL ?? "";
/** The lock of `migrateDatabase`. */
const MIGRATION_LOCK = 5_302_026;

const said: string[] = [];
const progress = {
  step: (text: string) => void said.push(text),
  say: () => {},
  fail: (text: string) => void said.push(text),
};
const prepare = (given: Parameters<typeof prepareGivenDatabase>[0], signal = new AbortController().signal) =>
  prepareGivenDatabase(given, progress, signal);
const owner = postgres(MIGRATION_DATABASE_URL, { max: 1, onnotice: () => {} });
afterEach(() => void said.splice(0));
afterAll(() => owner.end());

const resetLimits = () => owner`
  delete from pg_db_role_setting where setdatabase = (select oid from pg_database where datname = current_database())`;

it("gives the app's role its limits, and uses a database without a pooler as it is", async () => {
  await resetLimits();
  expect(await prepare({ DATABASE_URL, MIGRATION_DATABASE_URL })).toBe(DATABASE_URL);
  const [limits] = await withOne(
    DATABASE_URL,
    (sql) => sql`
    select current_setting('statement_timeout') as statement,
           current_setting('idle_in_transaction_session_timeout') as silence,
           current_setting('transaction_timeout') as transaction`,
  );
  expect(limits).toEqual({ statement: "8s", silence: "8s", transaction: "30s" });
  expect(said).toEqual(["The database is up to date"]);
});

it("refuses a direct address of another database", async () => {
  const other = new URL(DATABASE_URL);
  other.pathname = "/postgres";
  await expect(
    prepare({ DATABASE_URL, DATABASE_DIRECT_URL: DATABASE_URL, MIGRATION_DATABASE_URL }),
  ).resolves.toBe(DATABASE_URL);
  await expect(
    prepare({ DATABASE_URL, DATABASE_DIRECT_URL: other.href, MIGRATION_DATABASE_URL }),
  ).rejects.toThrow(/DATABASE_DIRECT_URL is not the database of DATABASE_URL/);
});

it("Postgres ends a transaction whose process stopped in the middle of a statement", async () => {
  const { hostname, port } = new URL(DATABASE_URL);
  let hears = true;
  const way = createServer((client) => {
    const server = connect(Number(port), hostname, () => client.pipe(server));
    server.on("data", (chunk) => hears && client.write(chunk));
    server.on("close", () => client.destroy()).on("error", () => {});
    client.on("error", () => {});
  });
  await new Promise<void>((listening) => way.listen(0, "127.0.0.1", listening));
  const url = new URL(DATABASE_URL);
  url.host = `127.0.0.1:${(way.address() as AddressInfo).port}`;
  url.searchParams.set("prepare", "false");
  const pool = openPool(url.href, { connectionsMax: 1, silentMs: 600_000 });
  let pid = 0;
  const lost = pool
    .begin(async (tx) => {
      pid = (await tx.unsafe("select pg_backend_pid() as pid"))[0]?.pid;
      await tx.unsafe("set local statement_timeout = 50");
      // One that runs is not changed, and a new one begins now.
      for (const limit of [0, 500]) await tx.unsafe(`set local transaction_timeout = ${limit}`);
      // It is then described, and never run.
      hears = false;
      await tx.unsafe("select $1::int", [1]);
    })
    .catch((error: unknown) => error);
  const states = () => owner`select state from pg_stat_activity where pid = ${pid}`;
  await until(async () => (await states())[0]?.state === "active");
  await until(async () => (await states()).length === 0);
  expect(isConnectionLoss(await lost)).toBe(true);
  way.close();
  await pool.end({ timeout: 1 });
});

describe("a start while another copy migrates", () => {
  it("says for whom it waits, ends when it is told to, and goes on when the other one has ended", async () => {
    const blocker = postgres(MIGRATION_DATABASE_URL, { max: 1, onnotice: () => {} });
    const [{ pid } = { pid: 0 }] = await blocker<{ pid: number }[]>`
      select pg_advisory_lock(${MIGRATION_LOCK}), pg_backend_pid() as pid`;
    const stop = new AbortController();
    const waiting = prepare({ DATABASE_URL, MIGRATION_DATABASE_URL }, stop.signal);
    await until(() => said.length > 0);
    expect(said).toEqual([expect.stringContaining(`Postgres's process ${pid}, from 127.0.0.1`)]);
    stop.abort(new Error("asked to stop"));
    await expect(waiting).rejects.toThrow("asked to stop");
    const patiently = prepare({ DATABASE_URL, MIGRATION_DATABASE_URL });
    await until(() => said.length > 1);
    await blocker.end();
    expect(await patiently).toBe(DATABASE_URL);
  });

  it("ends when it is told to in the middle of its own migration", async () => {
    const stop = new AbortController();
    const blocker = postgres(MIGRATION_DATABASE_URL, { max: 1, onnotice: () => {} });
    await blocker.begin(async (tx) => {
      const [{ pid } = { pid: 0 }] = await tx<{ pid: number }[]>`select pg_backend_pid() as pid`;
      await tx`lock table drizzle.__drizzle_migrations in access exclusive mode`;
      const migrating = prepare({ DATABASE_URL, MIGRATION_DATABASE_URL }, stop.signal);
      // Where it ends too early, that is what fails.
      await Promise.race([migrating, until(async () => (await blockedBy(pid)).length === 1)]);
      stop.abort(new Error("asked to stop"));
      await expect(migrating).rejects.toThrow("asked to stop");
      await until(async () => (await blockedBy(pid)).length === 0);
    });
    await blocker.end();
  });
});

/** Asked on another connection: one that is in a transaction sees the sessions as they were at its first look. */
const blockedBy = (pid: number) => owner`
  select from pg_stat_activity where ${pid} = any(pg_blocking_pids(pid))`;

describe.skipIf(!hasPgbouncer)("through PgBouncer", () => {
  let shared: Pgbouncer;
  let own: Pgbouncer;

  beforeAll(async () => {
    const users = [DATABASE_URL, MIGRATION_DATABASE_URL];
    [shared, own] = await Promise.all([
      startPgbouncer("transaction", users),
      startPgbouncer("session", users),
    ]);
  });
  afterAll(() => Promise.all([shared?.stop(), own?.stop()]));

  it("in transaction mode is refused without a direct address, before it migrates, in words that name it", async () => {
    await expect(prepare({ DATABASE_URL: shared.url(DATABASE_URL) })).rejects.toThrow(
      /^DATABASE_URL leads through a pooler.*Set DATABASE_DIRECT_URL/,
    );
    const pooled = { DATABASE_URL: shared.url(DATABASE_URL), MIGRATION_DATABASE_URL };
    await expect(prepare(pooled)).rejects.toThrow(/^DATABASE_URL leads.*Set DATABASE_DIRECT_URL/);
    await expect(prepare({ ...pooled, DATABASE_DIRECT_URL: shared.url(DATABASE_URL) })).rejects.toThrow(
      /^DATABASE_DIRECT_URL leads/,
    );
    await expect(
      prepare({ DATABASE_URL, MIGRATION_DATABASE_URL: shared.url(MIGRATION_DATABASE_URL) }),
    ).rejects.toThrow(/^MIGRATION_DATABASE_URL leads/);
  });

  it("in session mode is a way like the direct one", async () => {
    const DATABASE_URL_POOLED = own.url(DATABASE_URL);
    expect(await prepare({ DATABASE_URL: DATABASE_URL_POOLED, MIGRATION_DATABASE_URL })).toBe(
      DATABASE_URL_POOLED,
    );
  });

  it("in transaction mode serves many at once, with the limits, and what is told is heard past it", async () => {
    const given = {
      DATABASE_URL: shared.url(DATABASE_URL),
      DATABASE_DIRECT_URL: DATABASE_URL,
      MIGRATION_DATABASE_URL,
    };
    const url = await prepare(given);
    expect(url).toBe(`${given.DATABASE_URL}?prepare=false`);
    expect(said).toContainEqual(expect.stringContaining("keeps no prepared statements"));
    const pool = openPool(url, { connectionsMax: 20 });
    const direct = openPool(DATABASE_URL, { connectionsMax: 1 });
    const heard: string[] = [];
    await listenOn(
      direct,
      "pooled_news",
      (told) => heard.push(told),
      () => {},
    );
    const inTransaction = (n: number) =>
      pool.begin(async (tx) => {
        const [row] = await tx.unsafe("select $1::int + $2::int as sum, pg_sleep(0.01)", [n, 1]);
        return row?.sum as number;
      });
    const sums = await Promise.all(Array.from({ length: 100 }, (_, n) => inTransaction(n)));
    expect(sums).toEqual(Array.from({ length: 100 }, (_, n) => n + 1));
    await pool.unsafe("select pg_notify('pooled_news', $1)", ["told"]);
    await until(() => heard.length > 0);
    const slow = await pool
      .begin(async (tx) => {
        const [limit] = await tx.unsafe("select current_setting('statement_timeout') as limit");
        expect(limit?.limit).toBe("8s");
        await tx.unsafe("set local statement_timeout = 20");
        await tx.unsafe("select pg_sleep(5)");
      })
      .catch((error: unknown) => error);
    expect(isConnectionLoss(slow)).toBe(true);
    await Promise.all([pool.end({ timeout: 1 }), direct.end({ timeout: 1 })]);
  });

  it("in transaction mode answers statements with values beside those without", async () => {
    const url = new URL(shared.url(DATABASE_URL));
    url.searchParams.set("prepare", "false");
    const pool = openPool(url.href, { connectionsMax: 4 });
    const numbers = Array.from({ length: 400 }, (_, n) => n);
    const asked = numbers.map((n) =>
      n % 2 === 0 ? pool.unsafe(`select ${n} as n`) : pool.unsafe("select $1::int as n", [n]),
    );
    const answers = await Promise.allSettled(asked);
    expect(answers.map((one) => (one.status === "fulfilled" ? one.value[0]?.n : one.reason))).toEqual(
      numbers,
    );
    await pool.end({ timeout: 1 });
  });

  it("says where the pooler's connections are older than the limits", async () => {
    await resetLimits();
    await shared.reconnect();
    const pooled = shared.url(DATABASE_URL);
    await withOne(pooled, (sql) => sql`select 1`);
    const given = { DATABASE_URL: pooled, DATABASE_DIRECT_URL: DATABASE_URL, MIGRATION_DATABASE_URL };
    await prepare(given);
    expect(said).toContainEqual(expect.stringMatching(/WARNING.*statement_timeout=0.*RECONNECT/s));
    await shared.reconnect();
    said.length = 0;
    await prepare(given);
    expect(said).not.toContainEqual(expect.stringContaining("WARNING"));
  });
});
