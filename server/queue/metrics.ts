import { findCurrentSessions } from "../catalog/store.ts";
import { defineShared } from "../platform/metrics/shared.ts";
import { countQueue } from "./store.ts";

const labelNames = ["event_session"];

export const queueMetrics = defineShared(
  "queue",
  {
    queue_enqueue_total: { type: "counter", help: "Places given since the queue began.", labelNames },
    queue_allowed_total: { type: "counter", help: "People let in since the queue began.", labelNames },
    queue_length: { type: "gauge", help: "People who wait.", labelNames },
    queue_admitted: {
      type: "gauge",
      help: "People who are in: let in, and not yet at a hold or out of time.",
      labelNames,
    },
  },
  async (ctx) => {
    const ids = await findCurrentSessions(ctx);
    const queues = await Promise.all(ids.map(async (id) => ({ id, queue: await countQueue(ctx.redis, id) })));
    return queues
      .filter(({ queue }) => queue.epoch !== "")
      .flatMap(({ id, queue }) => {
        const labels = { event_session: id };
        return [
          { name: "queue_enqueue_total" as const, labels, value: queue.issued },
          { name: "queue_allowed_total" as const, labels, value: queue.entries },
          { name: "queue_length" as const, labels, value: queue.waiting },
          { name: "queue_admitted" as const, labels, value: queue.admitted },
        ];
      });
  },
);
