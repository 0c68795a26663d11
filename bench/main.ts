import { cpus } from "node:os";
import { startStack } from "./stack.ts";

const ROUNDS = 3;
const WARM_UP_BUYERS = 150;
const AIMS = { holds: 4, reads: 0.5, p95Ms: 300, sold: 100 };

/** Runs every scenario and prints the table. @returns false when an equation broke */
async function bench(): Promise<boolean> {
  // Imported late: these modules read the environment that the stack has set.
  const { startApi } = await import("#server/testing/api-processes.ts");
  const { benchHolds } = await import("./holds.ts");
  const { benchReads } = await import("./reads.ts");
  const { benchRush } = await import("./rush.ts");
  const app = await startApi({ settings: { ...process.env, NODE_ENV: "production" } });
  try {
    const holds = await rounds(() => benchHolds(app.url));
    const reads = await rounds(() => benchReads(app.url));
    await benchRush(app.url, WARM_UP_BUYERS);
    const rush = await benchRush(app.url);
    const rows = [
      ratioRow("holds/s, one hot event session", holds, AIMS.holds),
      ratioRow("stock reads/s", reads, AIMS.reads),
      ...Object.entries(rush.latencies).map(([step, ms]) => latencyRow(step, ms)),
      row(["rush: sold of 100", String(rush.sold), "", "", rush.sold === AIMS.sold ? "✓" : "✗"]),
    ];
    console.log([row(["", "figure", "baseline", "ratio", "aim"]), ...rows].join("\n"));
    for (const name of rush.brokenEquations) console.log(`BROKEN  ${name}`);
    console.log(
      `\n${cpus().length} cores shared by one app process, Postgres, Redis and the load generator; Node ${process.version}.\n` +
        "Baselines, in the same run: the same rows one transaction each over 20 connections; a bare Hono handler.",
    );
    return rush.brokenEquations.length === 0;
  } finally {
    await app.stop();
  }
}

interface Pair {
  readonly figure: number;
  readonly baseline: number;
}

/** Figure and baseline in turn, several times: the medians stand, since the machine is not quiet. */
async function rounds(run: () => Promise<Pair>): Promise<Pair> {
  const pairs: Pair[] = [];
  // Once unmeasured: a process that just started compiles its code on the way.
  await run();
  for (let round = 0; round < ROUNDS; round++) pairs.push(await run());
  return {
    figure: quantile(
      pairs.map(({ figure }) => figure),
      0.5,
    ),
    baseline: quantile(
      pairs.map(({ baseline }) => baseline),
      0.5,
    ),
  };
}

function ratioRow(name: string, { figure, baseline }: Pair, aim: number): string {
  const ratio = figure / baseline;
  const verdict = `≥ ${aim} ${ratio >= aim ? "✓" : "✗"}`;
  return row([name, figure.toFixed(0), baseline.toFixed(0), ratio.toFixed(2), verdict]);
}

function latencyRow(step: string, ms: readonly number[]): string {
  const p95 = quantile(ms, 0.95);
  // The line's own step is waiting by design and has no aim.
  const verdict = step === "token" ? "" : `p95 < ${AIMS.p95Ms} ${p95 < AIMS.p95Ms ? "✓" : "✗"}`;
  return row([
    `rush: ${step}, ms p50 / p95`,
    `${quantile(ms, 0.5).toFixed(0)} / ${p95.toFixed(0)}`,
    "",
    "",
    verdict,
  ]);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

function row([name = "", ...cells]: readonly string[]): string {
  return name.padEnd(34) + cells.map((cell) => cell.padStart(14)).join("");
}

const stopStack = await startStack();
try {
  process.exitCode = (await bench()) ? 0 : 1;
} finally {
  const { closeAll } = await import("#server/platform/singleton.ts");
  await closeAll();
  await stopStack();
}
