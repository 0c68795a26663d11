import { counter, histogram } from "../platform/metrics/registry.ts";
import { defineShared } from "../platform/metrics/shared.ts";
import { DestinationName } from "./contract.ts";
import { countUnsent, oldestUnsentSeconds, pausedDestinations } from "./queries.ts";

export const attempts = counter({
  name: "transmission_total",
  help: "Attempts to deliver a transmission that this process saved; a lost one is of a process that died.",
  labelNames: ["destination", "outcome"],
});

export const durations = histogram({
  name: "transmission_duration_seconds",
  help: "How long a destination takes to answer an attempt.",
  labelNames: ["destination"],
});

const labelNames = ["destination"];

export const transmissionMetrics = defineShared(
  "transmissions",
  {
    outbox_pending: {
      type: "gauge",
      help: "Transmissions that wait for their first or next try.",
      labelNames,
    },
    outbox_oldest_seconds: {
      type: "gauge",
      help: "Seconds since the oldest that is neither sent nor dead was written; 0 where there is none.",
      labelNames,
    },
    transmissions: {
      type: "gauge",
      help: "Transmissions that are not sent, by state.",
      labelNames: ["destination", "state"],
    },
    destination_paused: { type: "gauge", help: "Whether a destination is paused (1).", labelNames },
  },
  async (ctx) => {
    const [unsent, paused] = await Promise.all([countUnsent(ctx), pausedDestinations(ctx)]);
    const readings = await Promise.all(
      DestinationName.options.map(async (destination) => {
        const labels = { destination };
        const { PENDING = 0, FAILED = 0, DEAD = 0 } = unsent.get(destination) ?? {};
        return [
          { name: "outbox_pending" as const, labels, value: PENDING + FAILED },
          {
            name: "outbox_oldest_seconds" as const,
            labels,
            value: (await oldestUnsentSeconds(ctx, destination)) ?? 0,
          },
          { name: "destination_paused" as const, labels, value: paused.includes(destination) ? 1 : 0 },
          ...Object.entries({ PENDING, FAILED, DEAD }).map(([state, value]) => ({
            ...{ name: "transmissions" as const, labels: { destination, state }, value },
          })),
        ];
      }),
    );
    return readings.flat();
  },
);
