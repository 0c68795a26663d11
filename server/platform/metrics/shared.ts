import { setTimeout as sleep } from "node:timers/promises";
import { createSingleFlight } from "../concurrency/single-flight.ts";
import { singleton } from "../concurrency/singleton.ts";
import { explainError } from "../logging/failure.ts";
import type { AppContext } from "../operation/context.ts";
import type { Family, Labels } from "./families.ts";

/** What is said of a metric that all processes share. */
interface SharedMetric {
  readonly type: "counter" | "gauge";
  /** One sentence for the documentation. */
  readonly help: string;
  readonly labelNames: readonly string[];
}

/** One number of a shared metric. */
export interface Reading<N extends string = string> {
  readonly name: N;
  readonly labels?: Labels;
  readonly value: number;
}

/** Metrics that stand in Postgres or Redis, so that every process and replica reads the same number. */
export interface SharedMetrics {
  /** The domain that has them. */
  readonly source: string;
  readonly metrics: Readonly<Record<string, SharedMetric>>;
  readonly read: (ctx: AppContext) => Promise<readonly Reading[]>;
}

/**
 * Declares metrics that are read when Prometheus asks.
 * @param read - a few cheap statements; it runs once for all who ask at the same time
 */
export const defineShared = <N extends string>(
  source: string,
  metrics: Readonly<Record<N, SharedMetric>>,
  read: (ctx: AppContext) => Promise<readonly Reading<N>[]>,
): SharedMetrics => ({ source, metrics, read });

/** The name and the help of a gauge. */
type Gauge = readonly [name: string, help: string];

/** Declares how many things wait, and for how many seconds the oldest of them has; 0 where there is none. */
export function defineWaiting(
  source: string,
  { waiting, oldest }: { readonly waiting: Gauge; readonly oldest: Gauge },
  count: (ctx: AppContext) => Promise<{ readonly count: number; readonly oldestSeconds: number }>,
): SharedMetrics {
  const gaugeOf = ([name, help]: Gauge) => [name, { type: "gauge", help, labelNames: [] }] as const;
  return defineShared<string>(source, Object.fromEntries([waiting, oldest].map(gaugeOf)), async (ctx) => {
    const { count: value, oldestSeconds } = await count(ctx);
    return [
      { name: waiting[0], value },
      { name: oldest[0], value: oldestSeconds },
    ];
  });
}

/** A source that has not answered by then is left out, so that a lost store does not hide what the process knows. */
const TIMEOUT_MS = 3000;

const flights = singleton("shared-metrics", () => createSingleFlight<readonly Reading[]>());

/** Whether the last scrape could read a source. */
export const SOURCE_UP = {
  name: "metrics_source_up",
  help: "Whether the numbers of a domain could be read (1) or are missing from this answer (0).",
  type: "gauge",
  labelNames: ["source"],
} as const;

/** Reads shared metrics; those of a source that fails are missing, and `metrics_source_up` says so. */
export async function readShared(ctx: AppContext, all: readonly SharedMetrics[]): Promise<Family[]> {
  const read = await Promise.all(
    all.map(async (shared) => ({ shared, readings: await readOne(ctx, shared) })),
  );
  const families = read.flatMap(({ shared, readings }) => (readings ? familiesOf(shared, readings) : []));
  const { name, help, type } = SOURCE_UP;
  const samples = read.map(({ shared: { source }, readings }) => ({
    ...{ name, labels: { source }, value: readings ? 1 : 0 },
  }));
  return [...families, { name, help, type, samples }];
}

async function readOne(
  ctx: AppContext,
  { source, read }: SharedMetrics,
): Promise<readonly Reading[] | undefined> {
  const ending = new AbortController();
  try {
    return await Promise.race([
      flights.run(source, () => read(ctx)),
      sleep(TIMEOUT_MS, undefined, { signal: ending.signal, ref: false }).then(() => {
        throw new Error(`no answer within ${TIMEOUT_MS} ms`);
      }),
    ]);
  } catch (error) {
    ctx.log.warn({ action: "metrics", target: source, outcome: explainError(error) });
    return undefined;
  } finally {
    ending.abort();
  }
}

const familiesOf = ({ metrics }: SharedMetrics, readings: readonly Reading[]): Family[] =>
  Object.entries(metrics).map(([name, { help, type }]) => ({
    ...{ name, help, type },
    samples: readings
      .filter((reading) => reading.name === name)
      .map(({ labels = {}, value }) => ({ name, labels, value })),
  }));
