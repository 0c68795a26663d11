import { defineShared } from "../platform/metrics/shared.ts";
import { AlertKind } from "./contract.ts";
import { countFiring } from "./store.ts";

export const alertMetrics = defineShared(
  "alerts",
  { alerts_firing: { type: "gauge", help: "The product's own alerts that fire.", labelNames: ["kind"] } },
  async (ctx) => {
    const firing = await countFiring(ctx);
    return AlertKind.options.map((kind) => ({
      ...{ name: "alerts_firing", labels: { kind }, value: firing.get(kind) ?? 0 },
    }));
  },
);
