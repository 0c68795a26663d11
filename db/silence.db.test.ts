import type { Sql } from "postgres";
import { afterEach, expect, it } from "vitest";
import { env } from "#server/platform/config/env.ts";
import { isConnectionLoss } from "#server/platform/database/connection-loss.ts";
import { patient } from "#server/testing/patience.ts";
import { until } from "#server/testing/until.ts";
import { openWay, type Way } from "#server/testing/way.ts";
import { openPool } from "./driver.ts";

const SILENT_MS = patient(400);
const CONNECTIONS = 3;

const open: { end(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.end();
});

async function frozenAtWill(): Promise<Way> {
  const way = await openWay(env.DATABASE_URL);
  open.push({ end: way.close });
  return way;
}

function poolOn({ url }: Way): Sql {
  const pool = openPool(url, { connectionsMax: CONNECTIONS, silentMs: SILENT_MS });
  open.push({ end: () => pool.end({ timeout: 1 }) });
  return pool;
}

/** As many statements at once as the pool has connections. */
const useAll = (pool: Sql) =>
  Promise.all(Array.from({ length: CONNECTIONS }, (_, n) => pool.unsafe("select $1::int as n", [n])));

const outcomesOf = async (works: readonly Promise<unknown>[]) =>
  (await Promise.allSettled(works)).map((outcome) =>
    outcome.status === "fulfilled" ? "answered" : isConnectionLoss(outcome.reason) ? "lost" : outcome.reason,
  );

it("gives up what a Postgres that hangs was asked, and uses every connection again when it answers", async () => {
  const way = await frozenAtWill();
  const pool = poolOn(way);
  await useAll(pool);
  const atCommit = Promise.withResolvers<void>();
  const inTransaction = pool.begin(async (tx) => {
    await tx.unsafe("select 1");
    await atCommit.promise;
  });
  await useAll(pool);
  way.freeze();
  atCommit.resolve();
  const stuck = Array.from({ length: 10 }, (_, n) => pool.unsafe("select $1::int as n", [n]));
  const begun = pool.begin((tx) => tx.unsafe("select 1"));
  const outcomes = await outcomesOf([inTransaction, begun, ...stuck]);
  expect(new Set(outcomes)).toEqual(new Set(["lost"]));

  way.thaw();
  await until(() => useAll(pool).then(() => true));
  const pids = await Promise.all(
    Array.from({ length: CONNECTIONS }, () =>
      pool.begin(async (tx) => {
        const [row] = await tx.unsafe("select pg_backend_pid() as pid, pg_sleep(0.05)");
        return row?.pid as number;
      }),
    ),
  );
  expect(new Set(pids).size).toBe(CONNECTIONS);
});

it("gives up who waits for a connection that does not come free, and keeps the transactions that have one", async () => {
  const pool = poolOn(await frozenAtWill());
  const free = Promise.withResolvers<void>();
  let begun = 0;
  const busy = Array.from({ length: CONNECTIONS }, () =>
    pool.begin(async (tx) => {
      await tx.unsafe("select 1");
      begun += 1;
      await free.promise;
      await tx.unsafe("select 1");
    }),
  );
  await until(() => begun === CONNECTIONS);
  expect(await outcomesOf([pool.unsafe("select 1"), pool.begin(async () => {})])).toEqual(["lost", "lost"]);
  free.resolve();
  expect(new Set(await outcomesOf(busy))).toEqual(new Set(["answered"]));
});

it("leaves alone a connection that nothing is asked of, however long it says nothing", async () => {
  const pool = poolOn(await frozenAtWill());
  const pidOf = async () => (await pool.unsafe("select pg_backend_pid() as pid"))[0]?.pid as number;
  const pid = await pidOf();
  const other = poolOn(await frozenAtWill());
  await expect(other.unsafe("select pg_sleep(60)")).rejects.toMatchObject({ code: "CONNECTION_SILENT" });
  expect(await pidOf()).toBe(pid);
});
