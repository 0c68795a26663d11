import { defineShared } from "../platform/metrics/shared.ts";
import { findCurrentStock } from "./store.ts";

const labelNames = ["event_session"];

export const catalogMetrics = defineShared(
  "catalog",
  {
    inventory_remaining: { type: "gauge", help: "Tickets that can be held now.", labelNames },
    inventory_total: { type: "gauge", help: "Tickets in all: remaining, held and sold.", labelNames },
  },
  async (ctx) =>
    (await findCurrentStock(ctx)).flatMap(({ id, remaining, total }) => {
      const labels = { event_session: id };
      return [
        { name: "inventory_remaining" as const, labels, value: remaining },
        { name: "inventory_total" as const, labels, value: total },
      ];
    }),
);
