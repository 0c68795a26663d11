import { fork } from "node:child_process";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import type { Redis } from "ioredis";
import { db } from "#db/client.ts";
import { freePort } from "#scripts/services/loopback.ts";
import { redis } from "#server/platform/redis/redis.ts";
import { checkEquations } from "#server/reports/queries.ts";
import { startApi } from "#server/testing/api-processes.ts";
import { end } from "./children.ts";
import { gather, manyClients } from "./crowd.ts";
import { partsOf } from "./machine.ts";
import { buyersOf, ownStep, PEAK_DEFAULTS } from "./peak.ts";
import { row } from "./table.ts";

/** Of the peak. */
const SHARE = 0.3;
const SLICE_SECONDS = 30;
/** Of the slopes: caches fill and code is compiled in the first slices. */
const WARM_SLICES = 2;

type Sample = Readonly<Record<string, number>>;

/** Three tenths of the peak for some minutes, by the same people again and again, and what grows meanwhile. */
export async function benchSoak(minutes: number, print: (row: string) => void): Promise<readonly string[]> {
  const apps = await Promise.all(Array.from({ length: PEAK_DEFAULTS.apps }, () => startApi()));
  const jobs = await startJobs(apps[0]?.url);
  const asked = { urls: apps.map(({ url }) => url), pids: apps.map(({ pid }) => pid) };
  const crowd = await gather(PEAK_DEFAULTS.waiting * SHARE, asked.urls);
  try {
    const slice = { times: SHARE, seconds: SLICE_SECONDS };
    const buyers = await manyClients(buyersOf(slice));
    const samples: Sample[] = [];
    const startedAt = performance.now();
    const slices = Math.ceil((minutes * 60) / SLICE_SECONDS);
    while (samples.length < slices) {
      const { tallies } = await ownStep(asked, crowd, { ...slice, buyers });
      const failed = Object.values(tallies).reduce((sum, tally) => sum + tally.failed, 0);
      const atMinutes = (performance.now() - startedAt) / 60_000;
      const sample = { minutes: atMinutes, failed, ...(await look(asked.pids, jobs.pid ?? 0)) };
      if (samples.length === 0) print(row(Object.keys(sample)));
      samples.push(sample);
      print(row(Object.values(sample).map((value) => value.toFixed(1))));
    }
    printSlopes(samples, print);
    const equations = await checkEquations(db);
    return equations.filter(({ broken }) => broken > 0).map(({ name }) => name);
  } finally {
    await crowd.stop();
    await end(jobs);
    await Promise.all(apps.map((app) => app.stop()));
  }
}

/** The process that runs the jobs: holds end, messages go out to the sandbox of an app process, rows are cleaned. */
async function startJobs(appUrl = "") {
  const port = await freePort();
  return fork(fileURLToPath(new URL("../server/main.ts", import.meta.url)), {
    env: {
      ...process.env,
      NODE_ENV: "production",
      PROCESS_ROLE: "jobs",
      PORT: String(port),
      APP_URL: appUrl,
    },
    execArgv: [],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
}

/** What must not grow while the same people do the same. */
async function look(appPids: readonly number[], jobsPid: number): Promise<Sample> {
  const parts = partsOf({ app: appPids, jobs: [jobsPid] });
  const [rows] = await db.execute<Record<string, string>>(sql`
    select (select count(*) from pg_stat_activity where datname = current_database()) as connections,
           (select sum(n_dead_tup) from pg_stat_user_tables) as dead,
           (select count(*) from transmissions where state in ('PENDING', 'FAILED')) as backlog`);
  return {
    "app, MB": parts.app?.megabytes ?? 0,
    "jobs, MB": parts.jobs?.megabytes ?? 0,
    "Postgres, MB": parts.Postgres?.megabytes ?? 0,
    "Redis, MB": parts.Redis?.megabytes ?? 0,
    "app's files": appPids.reduce((sum, pid) => sum + readdirSync(`/proc/${pid}/fd`).length, 0),
    connections: Number(rows?.connections),
    "dead rows": Number(rows?.dead),
    backlog: Number(rows?.backlog),
    "Redis keys": await (redis as Redis).dbsize(),
  };
}

/** How much each figure grows in a minute, by the line that lies closest to its samples. */
function printSlopes(samples: readonly Sample[], print: (row: string) => void): void {
  const warm = samples.length > 2 * WARM_SLICES ? samples.slice(WARM_SLICES) : samples;
  print("");
  print(row(["", "first", "last", "a minute"]));
  for (const name of Object.keys(samples[0] ?? {}).filter((one) => one !== "minutes")) {
    const points = warm.map((sample) => [sample.minutes ?? 0, sample[name] ?? 0] as const);
    const [first, last] = [points[0], points.at(-1)].map((point) => (point?.[1] ?? Number.NaN).toFixed(1));
    print(row([name, first ?? "", last ?? "", slopeOf(points).toFixed(2)]));
  }
}

function slopeOf(points: readonly (readonly [x: number, y: number])[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanX, meanY] = [mean(points.map(([x]) => x)), mean(points.map(([, y]) => y))];
  const above = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  const below = points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  return above / below;
}
