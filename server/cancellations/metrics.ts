import { defineShared } from "../platform/metrics/shared.ts";
import { countUnderWay } from "./store.ts";

export const cancellationMetrics = defineShared(
  "cancellations",
  {
    cancellations_open: {
      type: "gauge",
      help: "Cancelled event sessions of which orders or holds are left.",
      labelNames: [],
    },
    cancellations_oldest_seconds: {
      type: "gauge",
      help: "Since when the oldest of these was cancelled; 0 where there is none.",
      labelNames: [],
    },
  },
  async (ctx) => {
    const { count, oldestSeconds } = await countUnderWay(ctx);
    return [
      { name: "cancellations_open", value: count },
      { name: "cancellations_oldest_seconds", value: oldestSeconds },
    ];
  },
);
