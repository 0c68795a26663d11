import { cpus } from "node:os";
import { startOwnServers } from "#server/testing/servers.ts";
import type { Rush } from "./rush.ts";

/** An odd number, so that the median is one of them. */
const ROUNDS = 5;
const AIMS = { holds: 4, reads: 0.5, p95Ms: 300, sold: 100, delivery: 2, auditSeconds: 6 };
/** A tenth of the orders that must be checked in a minute, because filling the database takes longer than the check. */
const AUDITED_ORDERS = 100_000;
const BACKLOGS = [0, 10_000, 1_000_000];

/** Runs every scenario and prints the table. @returns false when an equation broke */
async function bench(): Promise<boolean> {
  // Imported late: these modules read the environment that the servers were named in.
  const { startApi } = await import("#server/testing/api-processes.ts");
  const { benchHolds } = await import("./holds.ts");
  const { benchReads } = await import("./reads.ts");
  const { benchRush } = await import("./rush.ts");
  const app = await startApi({ settings: { ...process.env, NODE_ENV: "production" } });
  try {
    const holds = await rounds(() => benchHolds(app.url));
    const reads = await rounds(() => benchReads(app.url));
    const rush = await rushes(() => benchRush(app.url));
    const rows = [
      ratioRow("holds/s, one hot event session", holds, AIMS.holds),
      ratioRow("stock reads/s", reads, AIMS.reads),
      ...Object.entries(rush.latencies).map(([step, ms]) => latencyRow(step, ms)),
      ...(await deliveryRows()),
      await auditRow(AUDITED_ORDERS),
      row(["rush: sold of 100", String(rush.sold), "", "", rush.sold === AIMS.sold ? "✓" : "✗"]),
    ];
    console.log([row(["", "figure", "baseline", "ratio", "aim"]), ...rows].join("\n"));
    for (const name of rush.brokenEquations) console.log(`BROKEN  ${name}`);
    console.log(
      `\n${cpus().length} cores shared by one app process, Postgres, Redis and the load generator; Node ${process.version}.\n` +
        "Baselines, in the same run: the same rows one transaction each over 20 connections; a bare Hono handler;\n" +
        "pg-boss fetching, calling and completing as many; the seconds that the receiver alone would take.",
    );
    return rush.brokenEquations.length === 0;
  } finally {
    await app.stop();
  }
}

async function deliveryRows(): Promise<string[]> {
  const { benchDelivery, benchDrain } = await import("./delivery.ts");
  const rows: string[] = [];
  await benchDelivery(0);
  for (const backlog of BACKLOGS) {
    const { claimsMs, ...pair } = await benchDelivery(backlog);
    const name = `${backlog.toLocaleString("en")} waiting`;
    rows.push(ratioRow(`deliveries/s, ${name}`, pair, AIMS.delivery));
    const claim = `${quantile(claimsMs, 0.5).toFixed(1)} / ${quantile(claimsMs, 0.95).toFixed(1)}`;
    rows.push(row([`claim of ten, ${name}, ms p50 / p95`, claim]));
  }
  const { seconds, least } = await benchDrain();
  rows.push(
    row([
      "drain of 30,000 at 200 ms each, s",
      seconds.toFixed(0),
      least.toFixed(0),
      (least / seconds).toFixed(2),
    ]),
  );
  return rows;
}

async function auditRow(orders: number): Promise<string> {
  const { benchAudit } = await import("./audit.ts");
  const { seconds, broken } = await benchAudit(orders);
  const aim = (AIMS.auditSeconds * orders) / AUDITED_ORDERS;
  const name = `audit of ${orders.toLocaleString("en")} orders, s`;
  const verdict = `≤ ${aim} ${seconds <= aim && broken === 0 ? "✓" : "✗"}`;
  return row([name, seconds.toFixed(1), "", "", verdict]);
}

interface Pair {
  readonly figure: number;
  readonly baseline: number;
}

/** Runs once unmeasured, since a process that just started compiles its code on the way, and then several times. */
async function repeat<T>(run: () => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  await run();
  for (let round = 0; round < ROUNDS; round++) results.push(await run());
  return results;
}

/** Figure and baseline in turn: the pair of the median ratio stands, since the machine is not quiet. */
const rounds = async (run: () => Promise<Pair>): Promise<Pair> => at(await repeat(run), ratioOf);

const ratioOf = ({ figure, baseline }: Pair): number => figure / baseline;

/** Of each step the round of the median p95; of what must hold in every round, the worst. */
async function rushes(run: () => Promise<Rush>): Promise<Rush> {
  const all = await repeat(run);
  const steps = Object.keys(all[0]?.latencies ?? {}) as (keyof Rush["latencies"])[];
  const p95 = (step: keyof Rush["latencies"]) => (rush: Rush) => quantile(rush.latencies[step], 0.95);
  return {
    sold: at(all, ({ sold }) => Math.abs(sold - AIMS.sold), 1).sold,
    latencies: Object.fromEntries(
      steps.map((step) => [step, at(all, p95(step)).latencies[step]]),
    ) as unknown as Rush["latencies"],
    brokenEquations: [...new Set(all.flatMap(({ brokenEquations }) => brokenEquations))],
  };
}

/** The result whose `size` stands at `share` of all of them in order. */
function at<T>(results: readonly T[], size: (result: T) => number, share = 0.5): T {
  const sorted = [...results].sort((a, b) => size(a) - size(b));
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] as T;
}

function ratioRow(name: string, pair: Pair, aim: number): string {
  const { figure, baseline } = pair;
  const ratio = ratioOf(pair);
  const verdict = `≥ ${aim} ${ratio >= aim ? "✓" : "✗"}`;
  return row([name, figure.toFixed(0), baseline.toFixed(0), ratio.toFixed(2), verdict]);
}

function latencyRow(step: string, ms: readonly number[]): string {
  const p95 = quantile(ms, 0.95);
  // The queue's own step is a wait by design, so it has no target.
  const verdict = step === "token" ? "" : `p95 < ${AIMS.p95Ms} ${p95 < AIMS.p95Ms ? "✓" : "✗"}`;
  return row([
    `rush: ${step}, ms p50 / p95`,
    `${quantile(ms, 0.5).toFixed(0)} / ${p95.toFixed(0)}`,
    "",
    "",
    verdict,
  ]);
}

const quantile = (values: readonly number[], share: number): number =>
  at(values, (value) => value, share) ?? Number.NaN;

function row([name = "", ...cells]: readonly string[]): string {
  return name.padEnd(44) + cells.map((cell) => cell.padStart(14)).join("");
}

const servers = await startOwnServers();
try {
  process.exitCode = (await bench()) ? 0 : 1;
} finally {
  const { closeAll } = await import("#server/platform/concurrency/singleton.ts");
  await closeAll();
  await servers.stop();
}
