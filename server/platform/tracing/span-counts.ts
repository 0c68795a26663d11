import { counter } from "../metrics/registry.ts";

export const spansEnded = counter({
  name: "spans_ended_total",
  help: "Spans that this process ended while a collector was set.",
});
export const spansExported = counter({
  name: "spans_exported_total",
  help: "Of these the spans that the collector took (sent) or refused (failed); the rest was dropped or waits.",
  labelNames: ["outcome"],
});
