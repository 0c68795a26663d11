import { defineShared } from "../platform/metrics/shared.ts";
import { countWaiting } from "./store.ts";

export const approvalMetrics = defineShared(
  "approvals",
  {
    approvals_waiting: {
      type: "gauge",
      help: "What operators asked for and a second operator has not decided.",
      labelNames: [],
    },
    approvals_oldest_seconds: {
      type: "gauge",
      help: "For how long the oldest question to a second operator has waited; 0 where none waits.",
      labelNames: [],
    },
  },
  async (ctx) => {
    const { count, oldestSeconds } = await countWaiting(ctx);
    return [
      { name: "approvals_waiting", value: count },
      { name: "approvals_oldest_seconds", value: oldestSeconds },
    ];
  },
);
