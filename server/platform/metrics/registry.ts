import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { singleton } from "../concurrency/singleton.ts";
import type { Family } from "./families.ts";

/** What this process counts by itself. Other processes have counts of their own (docs/decisions/033-metrics.md). */
const registry = (): Registry => singleton("metrics", () => new Registry());

interface Spec<L extends string> {
  readonly name: string;
  /** One sentence for the documentation. */
  readonly help: string;
  readonly labelNames?: readonly L[];
}

/** The metric of that name: a process may load its module twice, and counts once. */
const once = <T>(name: string, make: () => T): T =>
  (registry().getSingleMetric(name) as T | undefined) ?? make();

/** A number of this process that only grows. Its name ends in `_total`. */
export const counter = <L extends string = never>({ labelNames = [], ...spec }: Spec<L>): Counter<L> =>
  once(spec.name, () => new Counter({ ...spec, labelNames, registers: [registry()] }));

/** A number of this process that goes up and down. */
export const gauge = <L extends string = never>({ labelNames = [], ...spec }: Spec<L>): Gauge<L> =>
  once(spec.name, () => new Gauge({ ...spec, labelNames, registers: [registry()] }));

/** Seconds: the aims of docs/spec/load-and-faults.md, 0.05 and 0.3, are bounds of their own. */
const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 1, 2.5, 5, 10];

/** How long something takes in this process, in seconds. Its name ends in `_seconds`. */
export const histogram = <L extends string = never>({ labelNames = [], ...spec }: Spec<L>): Histogram<L> =>
  once(spec.name, () => new Histogram({ ...spec, labelNames, buckets: SECONDS, registers: [registry()] }));

/** Begins to measure the process itself: event loop, memory, processor time, garbage collection. Safe to call twice. */
export const measureProcess = (): void =>
  singleton("process-metrics", () => collectDefaultMetrics({ register: registry() }));

/** What this process has counted so far. */
export async function ownFamilies(): Promise<Family[]> {
  const metrics = await registry().getMetricsAsJSON();
  return metrics.map(({ name, help, type, values }) => ({
    name,
    help,
    type: type as unknown as Family["type"],
    samples: values.map((sample) => ({
      name: (sample as { metricName?: string }).metricName ?? name,
      labels: textsOf(sample.labels),
      value: sample.value,
    })),
  }));
}

const textsOf = (labels: object): Record<string, string> =>
  Object.fromEntries(Object.entries(labels).map(([name, value]) => [name, formatLabel(value)]));

/** A histogram's last bound is the number Infinity. */
const formatLabel = (value: unknown): string => (value === Number.POSITIVE_INFINITY ? "+Inf" : String(value));

/** The metrics of a process, for the documentation. */
export const ownMetrics = () =>
  registry()
    .getMetricsAsArray()
    .map(
      (metric) => metric as unknown as { name: string; help: string; type: string; labelNames?: string[] },
    );
