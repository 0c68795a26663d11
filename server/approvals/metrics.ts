import { defineWaiting } from "../platform/metrics/shared.ts";
import { countWaiting } from "./store.ts";

export const approvalMetrics = defineWaiting(
  "approvals",
  {
    waiting: ["approvals_waiting", "What operators asked for and a second operator has not decided."],
    oldest: [
      "approvals_oldest_seconds",
      "For how long the oldest question to a second operator has waited; 0 where none waits.",
    ],
  },
  countWaiting,
);
