import { once } from "node:events";
import { availableParallelism } from "node:os";
import { eq } from "drizzle-orm";
import postgres from "postgres";
import { db } from "#db/client.ts";
import { eventSessions } from "#db/schema/catalog.ts";
import { freePort } from "#scripts/services/loopback.ts";
import { onlyRow } from "#server/platform/database/rows.ts";
import { checkEquations } from "#server/reports/queries.ts";
import { startApi } from "#server/testing/api-processes.ts";
import type { Client } from "#server/testing/clients.ts";
import { given } from "#server/testing/given.ts";
import type { Tally } from "./arrivals.ts";
import { ask, end, startChild } from "./children.ts";
import { type Crowd, gather, manyClients } from "./crowd.ts";
import type { Plan } from "./generator.ts";
import { type Part, partsOf } from "./machine.ts";
import { cleanPlainRows } from "./plain-holds.ts";
import { quantile, row, verdict } from "./table.ts";

export interface PeakOptions {
  /** Seconds of each step. */
  readonly seconds: number;
  /** App processes; one a core by default, as `npm start` has them. */
  readonly apps: number;
  /** People in line with a page open. */
  readonly waiting: number;
  /** Times the peak. */
  readonly steps: readonly number[];
}

export const PEAK_DEFAULTS: PeakOptions = {
  ...{ seconds: 60, apps: availableParallelism(), waiting: 20_000, steps: [1, 2, 4] },
};

/** The peak, in requests a second (docs/spec/load-and-faults.md). Half of the reads ask for stock, half for the line. */
const PEAK = { stock: 2500, serving: 2500, token: 500, hold: 500, checkout: 100, callback: 100 } as const;
const WARM_UP = { times: 0.5, seconds: 3 };
const STOCK = 1_000_000;
const AIMS = { readMs: 50, otherMs: 300, failedShare: 0.005 };
const READS: readonly string[] = ["stock", "serving", "poll"];

/** What one step came to. */
interface Seen {
  readonly tallies: Readonly<Record<string, Tally>>;
  /** What each part took during the step. */
  readonly parts: Readonly<Record<string, Part>>;
  readonly tookSeconds: number;
}

/** The app processes that are asked, by their addresses and process ids. */
interface Asked {
  readonly urls: readonly string[];
  readonly pids: readonly number[];
}

/** The whole peak at once, several times over, each beside the same load on the plain way. @returns what broke */
export async function benchPeak(
  { seconds, apps: count, waiting, steps }: PeakOptions,
  print: (row: string) => void,
): Promise<readonly string[]> {
  const apps = await Promise.all(Array.from({ length: count }, () => startApi()));
  const asked = { urls: apps.map(({ url }) => url), pids: apps.map(({ pid }) => pid) };
  const crowd = await gather(waiting, asked.urls);
  try {
    print(`${count} app processes; ${crowd.streams} people stream, ${waiting - crowd.streams} poll`);
    await ownStep(asked, crowd, WARM_UP);
    for (const times of steps) {
      const before = await crowd.watched();
      printStep(`×${times}`, await ownStep(asked, crowd, { times, seconds }), seconds, print);
      const after = await crowd.watched();
      const perSecond = (after.pieces - before.pieces) / seconds;
      print(row([`×${times}: pushed/s, streams open`, perSecond.toFixed(0), String(after.open)]));
    }
    const equations = await checkEquations(db);
    // Nothing waits for the plain way, which has no line.
    await crowd.stop();
    for (const times of steps)
      printStep(`×${times} plain way`, await plainStep(count, { times, seconds }), seconds, print);
    return equations.filter(({ broken }) => broken > 0).map(({ name }) => name);
  } finally {
    await crowd.stop();
    await Promise.all(apps.map((app) => app.stop()));
  }
}

interface Step {
  readonly times: number;
  readonly seconds: number;
  /** Who buys; others each time by default. */
  readonly buyers?: readonly Client[];
}

/** Drives the app for one step, beside the people who wait. */
export async function ownStep({ urls, pids }: Asked, crowd: Crowd, step: Step): Promise<Seen> {
  const plan = await planOf(step);
  const rates = { ...plan.rates, poll: crowd.pollsPerSecond, place: crowd.placesPerSecond };
  const waiting = { waiting: crowd.people, waitingFor: crowd.id };
  return drive({ ...plan, ...waiting, urls, rates }, { app: pids, watchers: crowd.pids });
}

async function plainStep(count: number, step: Step): Promise<Seen> {
  const plan = await planOf(step);
  const ports = await Promise.all(Array.from({ length: count }, freePort));
  const plain = ports.map((port) =>
    startChild("./plain.ts", { PORT: String(port), SESSION_ID: plan.sessionId }),
  );
  await Promise.all(plain.map((child) => once(child, "message")));
  const seen = await drive(
    { ...plan, urls: ports.map((port) => `http://127.0.0.1:${port}`) },
    { app: plain.map(({ pid = 0 }) => pid) },
  );
  await Promise.all(plain.map(end));
  const sql = postgres(process.env.MIGRATION_DATABASE_URL ?? "", { max: 1, onnotice: () => {} });
  await cleanPlainRows(sql, plan.sessionId);
  await sql.end();
  return seen;
}

/** How many people a step lets buy: one for each token. */
export const buyersOf = ({ times, seconds }: Step): number => Math.ceil(PEAK.token * times * seconds);

/** A sale of its own, and a buyer for each token. */
async function planOf(step: Step): Promise<Plan> {
  const { times, seconds, buyers = await manyClients(buyersOf(step)) } = step;
  const { id } = await given.saleOpen({ stock: STOCK });
  const sales = await db
    .select({ eventId: eventSessions.eventId })
    .from(eventSessions)
    .where(eq(eventSessions.id, id));
  const rates = Object.fromEntries(Object.entries(PEAK).map(([name, rate]) => [name, rate * times]));
  return {
    urls: [],
    milliseconds: seconds * 1000,
    rates: { ...(rates as Record<keyof typeof PEAK, number>), place: 0, poll: 0 },
    ...{ eventId: onlyRow(sales).eventId, sessionId: id, waiting: [], waitingFor: id },
    buyers: buyers.map(({ authorization }) => authorization),
  };
}

/** Has a process of its own send what is planned, and looks at what everything takes meanwhile. */
async function drive(plan: Plan, pids: Readonly<Record<string, readonly number[]>>): Promise<Seen> {
  const generator = startChild("./generator.ts");
  const named = { ...pids, generator: [generator.pid ?? 0] };
  await once(generator, "message");
  const before = partsOf(named);
  const startedAt = performance.now();
  const tallies = await ask<Seen["tallies"]>(generator, plan);
  const tookSeconds = (performance.now() - startedAt) / 1000;
  const after = partsOf(named);
  await end(generator);
  const parts = Object.entries(after).map(([name, { cpuSeconds, megabytes }]) => [
    name,
    { cpuSeconds: cpuSeconds - (before[name]?.cpuSeconds ?? 0), megabytes },
  ]);
  return { tallies, parts: Object.fromEntries(parts), tookSeconds };
}

function printStep(
  step: string,
  { tallies, parts, tookSeconds }: Seen,
  seconds: number,
  print: (row: string) => void,
): void {
  print("");
  print(row([step, "asked/s", "done/s", "p50 ms", "p95 ms", "p99 ms", "failed", "aim"]));
  for (const [name, tally] of Object.entries(tallies)) print(tallyRow(`  ${name}`, tally, seconds));
  for (const [name, { cpuSeconds, megabytes }] of Object.entries(parts)) {
    const share = `${((cpuSeconds / tookSeconds) * 100).toFixed(0)} %`;
    print(row([`  ${name}: of a core, memory`, share, `${megabytes.toFixed(0)} MB`]));
  }
  const answered = Object.values(tallies).reduce((sum, { done }) => sum + done, 0);
  const micro = ((parts.app?.cpuSeconds ?? 0) * 1e6) / answered;
  print(row(["  app: CPU an answer, µs", micro.toFixed(0)]));
}

function tallyRow(name: string, { asked, done, failed, latenciesMs, wrong }: Tally, seconds: number): string {
  const p95 = quantile(latenciesMs, 0.95);
  const aimMs = READS.includes(name.trim()) ? AIMS.readMs : AIMS.otherMs;
  const failedShare = failed / asked;
  return row([
    name,
    (asked / seconds).toFixed(0),
    (done / seconds).toFixed(0),
    ...[0.5, 0.95, 0.99].map((share) => quantile(latenciesMs, share).toFixed(1)),
    `${(failedShare * 100).toFixed(2)} %`,
    verdict(`p95 < ${aimMs}`, p95 < aimMs && failedShare < AIMS.failedShare),
    failed > 0 ? JSON.stringify(wrong) : "",
  ]);
}
