import { cpus } from "node:os";
import { parseArgs } from "node:util";
import type { ApiProcess } from "#server/testing/api-processes.ts";
import { startOwnServers } from "#server/testing/servers.ts";
import type { PeakOptions } from "./peak.ts";
import type { Rush } from "./rush.ts";
import { at, HEADINGS, latencyRow, quantile, ratioRow, repeat, rounds, row, verdict } from "./table.ts";

const AIMS = { holds: 4, seatHolds: 3, reads: 0.5, p95Ms: 300, sold: 100, delivery: 2, auditSeconds: 6 };
/** A tenth of the orders that must be checked in a minute, because filling the database takes longer than the check. */
const AUDITED_ORDERS = 100_000;
const HALL_SEATS = 20_000;
const SOAK_MINUTES = 30;
const BACKLOGS = [0, 10_000, 1_000_000];

/** Prints the rows of its table as soon as they are known. @returns the names of equations that broke */
type Scenario = (app: ApiProcess, print: (row: string) => void) => Promise<readonly string[]>;

// The modules are imported late: they read the environment that the servers were named in.
const scenarios: Readonly<Record<string, Scenario>> = {
  async holds(app, print) {
    const { benchHolds } = await import("./holds.ts");
    print(ratioRow("holds/s, one hot event session", await rounds(() => benchHolds(app.url)), AIMS.holds));
    return [];
  },
  async reads(app, print) {
    const { benchReads } = await import("./reads.ts");
    print(ratioRow("stock reads/s", await rounds(() => benchReads(app.url)), AIMS.reads));
    return [];
  },
  async rush(app, print) {
    const { benchRush } = await import("./rush.ts");
    const rush = await rushes(() => benchRush(app.url));
    // The queue's own step is a wait by design, so it has no target.
    for (const [step, ms] of Object.entries(rush.latencies))
      print(latencyRow(`rush: ${step}`, ms, step === "token" ? undefined : AIMS.p95Ms));
    print(row(["rush: sold of 100", String(rush.sold), "", "", rush.sold === AIMS.sold ? "✓" : "✗"]));
    return rush.brokenEquations;
  },
  async seats(app, print) {
    const { benchBest, benchSeatHolds, openHall, rushForSeats } = await import("./seats.ts");
    const hall = await openHall(Number(size ?? HALL_SEATS));
    const pair = await rounds(() => benchSeatHolds(app.url, hall));
    print(ratioRow("seat holds/s, one hot event session", pair, AIMS.seatHolds));
    const best = await repeat(() => benchBest(app.url, hall));
    print(row(["best-available holds of 2/s", at(best, (perSecond) => perSecond).toFixed(0)]));
    const broken = new Set<string>();
    for (const [name, rush] of Object.entries(rushForSeats)) {
      const all = await repeat(() => rush(app.url));
      const median = at(all, ({ latenciesMs }) => quantile(latenciesMs, 0.95));
      print(latencyRow(`seats: ${name}`, median.latenciesMs, AIMS.p95Ms));
      const wrong = all.filter(({ held, seats }) => held !== seats).length;
      print(
        row([`seats: ${name}, rounds without one owner each`, String(wrong), "", "", wrong > 0 ? "✗" : "✓"]),
      );
      for (const { brokenEquations } of all) for (const one of brokenEquations) broken.add(one);
    }
    return [...broken];
  },
  async deliveries(_, print) {
    for (const line of await deliveryRows()) print(line);
    return [];
  },
  async audit(_, print) {
    const { benchAudit } = await import("./audit.ts");
    const { seconds, broken } = await benchAudit(AUDITED_ORDERS);
    const name = `audit of ${AUDITED_ORDERS.toLocaleString("en")} orders, s`;
    print(
      row([
        name,
        seconds.toFixed(1),
        "",
        "",
        verdict(`≤ ${AIMS.auditSeconds}`, seconds <= AIMS.auditSeconds),
      ]),
    );
    return broken;
  },
  async line(_, print) {
    const { benchLine } = await import("./line.ts");
    return benchLine(print);
  },
  async peak(_, print) {
    const { benchPeak, PEAK_DEFAULTS } = await import("./peak.ts");
    return benchPeak({ ...PEAK_DEFAULTS, ...peakOptions() }, print);
  },
  async soak(_, print) {
    const { benchSoak } = await import("./soak.ts");
    return benchSoak(Number(size ?? SOAK_MINUTES), print);
  },
  async operators(_, print) {
    const { benchOperators } = await import("./operators.ts");
    return benchOperators(print);
  },
  async map(_, print) {
    const { benchMap } = await import("./map.ts");
    await benchMap(print);
    return [];
  },
  async pages(_, print) {
    const { benchPages } = await import("./pages.ts");
    await benchPages(print);
    return [];
  },
  // The last, since what it fills the database with would slow the others.
  async lists(app, print) {
    const { benchLists } = await import("./lists.ts");
    await benchLists(app.url, listedOrders, print);
    return [];
  },
};

/** These take many minutes or a browser: they run only where they are asked for. */
const ON_REQUEST = ["line", "peak", "soak", "operators", "map", "pages", "lists"];

/** Runs the scenarios of these names and prints the table. @returns false when an equation broke */
async function bench(names: readonly string[]): Promise<boolean> {
  const { startApi } = await import("#server/testing/api-processes.ts");
  const app = await startApi({ settings: { ...process.env, NODE_ENV: "production" } });
  const broken: string[] = [];
  try {
    console.log(row(HEADINGS));
    for (const name of names) broken.push(...((await scenarios[name]?.(app, console.log)) ?? []));
    for (const name of broken) console.log(`BROKEN  ${name}`);
    console.log(
      `\n${cpus().length} cores shared by one app process, Postgres, Redis and the load generator; Node ${process.version}.\n` +
        "Baselines, in the same run: see bench/README.md.",
    );
    return broken.length === 0;
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
  const name = "drain of 30,000 at 200 ms each, s";
  rows.push(row([name, seconds.toFixed(0), least.toFixed(0), (least / seconds).toFixed(2)]));
  return rows;
}

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

/** What was asked of the peak, as numbers. */
function peakOptions(): Partial<PeakOptions> {
  const { steps, ...numbers } = options;
  const given = Object.entries(numbers).map(([name, value]) => [name, Number(value)]);
  return { ...Object.fromEntries(given), ...(steps && { steps: steps.split(",").map(Number) }) };
}

const all = Object.keys(scenarios);
const isNumber = (arg: string) => /^\d+$/.test(arg);
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: "string" },
    apps: { type: "string" },
    waiting: { type: "string" },
    steps: { type: "string" },
  },
});
const asked = positionals.filter((arg) => !isNumber(arg));
const size = positionals.find(isNumber);
const listedOrders = Number(size ?? 1_000_000);
const unknown = asked.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(", ")}. There are: ${all.join(", ")}.`);
  process.exit(1);
}
const servers = await startOwnServers();
try {
  const names = all.filter((name) =>
    asked.length === 0 ? !ON_REQUEST.includes(name) : asked.includes(name),
  );
  process.exitCode = (await bench(names)) ? 0 : 1;
} finally {
  const { closeAll } = await import("#server/platform/concurrency/singleton.ts");
  await closeAll();
  await servers.stop();
}
