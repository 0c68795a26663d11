import { table } from "./table.ts";

/** A metric as Prometheus is told of it. */
export interface PrintedMetric {
  readonly name: string;
  readonly type: string;
  readonly labelNames: readonly string[];
  readonly help: string;
  /** Whether it is one process's own count, or the same number wherever it is asked for. */
  readonly scope: "process" | "shared";
}

/** The page of what `GET /api/metrics` answers. */
export function metricsPage(metrics: readonly PrintedMetric[]): string {
  const rows = [...metrics]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, type, labelNames, help, scope }) => [
      `\`${name}\``,
      type,
      labelNames.map((label) => `\`${label}\``).join(", "),
      scope,
      help,
    ]);
  return `# Metrics

Printed from the code by \`npm run generate\`. A *process* metric is counted by each process and has the label
\`worker\`, its place in the start: add them up with \`sum\`. A *shared* metric is read from Postgres or Redis, and every
process and replica gives the same number: take \`max\`. Besides these there are the \`process_*\` and \`nodejs_*\` metrics of
prom-client, which are each process's own: processor time, memory, open files, garbage collection, lag of the event loop.

${table(["metric", "type", "labels", "scope", "what it says"], rows)}
`;
}
