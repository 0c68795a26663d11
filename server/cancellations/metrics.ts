import { defineWaiting } from "../platform/metrics/shared.ts";
import { countUnderWay } from "./store.ts";

export const cancellationMetrics = defineWaiting(
  "cancellations",
  {
    waiting: ["cancellations_open", "Cancelled event sessions of which orders or holds are left."],
    oldest: [
      "cancellations_oldest_seconds",
      "Since when the oldest of these was cancelled; 0 where there is none.",
    ],
  },
  countUnderWay,
);
