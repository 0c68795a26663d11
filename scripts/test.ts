import { existsSync, globSync, mkdirSync, readFileSync, rmSync, statfsSync } from "node:fs";
import { freemem } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runToEnd } from "./services/process.ts";
import { type Count, noTests, readPlaywrightReport, readVitestReport, sum } from "./services/test-reports.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const reports = join(root, "test-results");

const failure: Count = { ...noTests, failed: 1 };

interface Stage {
  readonly name: string;
  /** Does the work. Its count is what the closing line adds up. */
  run(): Promise<Count>;
}

const stopped = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => stopped.abort());

/**
 * The steps, one after the other. The lanes of a step run at once, because each uses one core; the stages of a lane run one
 * after the other.
 */
const steps: readonly (readonly (readonly Stage[])[])[] = [
  // What the compiler and oxlint both read.
  [[{ name: "routes", run: () => check("node_modules/next/dist/bin/next", "typegen") }]],
  [
    [
      { name: "types", run: types },
      { name: "structure", run: structure },
    ],
    [
      { name: "oxlint", run: () => check("node_modules/oxlint/bin/oxlint") },
      { name: "biome", run: () => check("node_modules/@biomejs/biome/bin/biome", "check", ".") },
    ],
  ],
  [[{ name: "unit", run: () => vitest("unit") }]],
  [[{ name: "db", run: () => vitest("db") }]],
  [[{ name: "slow", run: () => vitest("slow") }]],
  [[{ name: "e2e", run: playwright }]],
];

/** What has to be free for that, so that browsers and processes have enough beside the databases. */
const MEMORY_NEEDED_BYTES = 8 * 2 ** 30;

/** What `--quick` leaves out. */
const LONG_STAGES = ["slow", "e2e"];

process.exit(await main(process.argv.slice(2)));

async function main(args: readonly string[]): Promise<number> {
  const wanted = args.filter((arg) => !arg.startsWith("-"));
  const names = steps.flat(2).map(({ name }) => name);
  const unknown = wanted.filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    console.error(`Unknown stage "${unknown[0]}". There are: ${names.join(", ")}.`);
    return 1;
  }
  const isChosen = ({ name }: Stage) =>
    wanted.length > 0 ? wanted.includes(name) : !args.includes("--quick") || !LONG_STAGES.includes(name);
  mkdirSync(reports, { recursive: true });
  const results: Result[] = [];
  for (const lanes of steps) {
    const outcomes = lanes.map((stages) => outcomesOf(stages.filter(isChosen)));
    results.push(...(await Promise.all(outcomes)).flat());
    if (stopped.signal.aborted) return 1;
  }
  return conclude(results);
}

interface Result {
  readonly name: string;
  readonly count: Count;
  readonly seconds: number;
}

async function outcomesOf(stages: readonly Stage[]): Promise<Result[]> {
  const results: Result[] = [];
  for (const stage of stages) {
    if (!stopped.signal.aborted) results.push(await outcomeOf(stage));
  }
  return results;
}

async function outcomeOf({ name, run }: Stage): Promise<Result> {
  console.log(`\n== ${name}`);
  const startedAt = performance.now();
  const count = await run().catch((error: Error) => {
    if (!stopped.signal.aborted) console.error(error);
    return failure;
  });
  return { name, count, seconds: (performance.now() - startedAt) / 1000 };
}

function conclude(results: readonly Result[]): number {
  console.log("\n== summary");
  for (const { name, count, seconds } of results) {
    const outcome = count.failed > 0 ? "FAILED" : count.passed > 0 ? "passed" : "nothing to run";
    console.log(`${name.padEnd(10)} ${`${seconds.toFixed(1)}s`.padStart(8)}  ${outcome}`);
  }
  const total = sum(results.map(({ count }) => count));
  // The end of the output is what is kept of a long run, so it names what failed.
  for (const name of total.failures) console.log(`failed: ${name.replace(root, "")}`);
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  return total.failed > 0 || total.passed === 0 ? 1 : 0;
}

/** Runs a script of a package on this same Node. */
function node(args: readonly string[], env: Record<string, string> = {}): Promise<number> {
  return runToEnd({
    args,
    cwd: root,
    env: { ...process.env, ...env },
    logFile: undefined,
    signal: stopped.signal,
  });
}

async function check(...args: string[]): Promise<Count> {
  return (await node(args)) === 0 ? { ...noTests, passed: 1 } : failure;
}

/** With one checker, because each of several checks what they all import again, and the lane beside has the other core. */
function types(): Promise<Count> {
  return check("node_modules/typescript-native/bin/tsc", "--noEmit", "--checkers", "1");
}

async function structure(): Promise<Count> {
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  if (!scripts["check:structure"]) return noTests;
  return check("--run", "check:structure");
}

/**
 * Where tests keep their databases: in memory where there is plenty. Each test file makes and drops a database of hundreds of
 * files, and on a disk the file system takes a quarter of all processor time for that. `TMPDIR` names another place.
 */
function inMemory(): Record<string, string> {
  const folder = "/dev/shm";
  if (process.env.TMPDIR || !existsSync(folder)) return {};
  const { bavail, bsize } = statfsSync(folder);
  return Math.min(bavail * bsize, freemem()) > MEMORY_NEEDED_BYTES ? { TMPDIR: folder } : {};
}

async function vitest(project: "unit" | "db" | "slow"): Promise<Count> {
  const report = join(reports, `${project}.json`);
  rmSync(report, { force: true });
  const args = ["run", `--project=${project}`, "--passWithNoTests", "--reporter=default", "--reporter=json"];
  const code = await node(
    ["node_modules/vitest/vitest.mjs", ...args, `--outputFile.json=${report}`],
    inMemory(),
  );
  return readVitestReport(report, code);
}

async function playwright(): Promise<Count> {
  if (globSync("e2e/**/*.spec.ts", { cwd: root }).length === 0) return noTests;
  const report = join(reports, "e2e.json");
  rmSync(report, { force: true });
  const code = await node(["node_modules/@playwright/test/cli.js", "test", "--reporter=list,json"], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    ...inMemory(),
  });
  return readPlaywrightReport(report, code);
}
