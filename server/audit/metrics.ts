import { defineShared } from "../platform/metrics/shared.ts";
import { unsealedSeconds } from "./store.ts";

export const auditMetrics = defineShared(
  "audit",
  {
    audit_unsealed_oldest_seconds: {
      type: "gauge",
      help: "Seconds since the oldest row of the audit log that is not sealed was written; 0 where all are.",
      labelNames: [],
    },
  },
  async (ctx) => {
    return [{ name: "audit_unsealed_oldest_seconds", value: await unsealedSeconds(ctx) }];
  },
);
