import { defineShared } from "../platform/metrics/shared.ts";
import { shippingMachine } from "./machine.ts";
import { countByState } from "./store.ts";

export const shippingMetrics = defineShared(
  "shipping",
  {
    shippings: {
      type: "gauge",
      help: "Parcels with paper tickets, by state.",
      labelNames: ["state"],
    },
    shippings_oldest_seconds: {
      type: "gauge",
      help: "For how long the oldest parcel of a state that parcels leave again has been in it; 0 where there is none.",
      labelNames: ["state"],
    },
  },
  async (ctx) => {
    const counted = new Map((await countByState(ctx)).map((row) => [row.state, row]));
    return shippingMachine.states.flatMap((state) => {
      const { count = 0, oldestSeconds = 0 } = counted.get(state) ?? {};
      return [
        { name: "shippings", labels: { state }, value: count },
        ...(shippingMachine.isEnd(state)
          ? []
          : [{ name: "shippings_oldest_seconds", labels: { state }, value: oldestSeconds }]),
      ];
    });
  },
);
