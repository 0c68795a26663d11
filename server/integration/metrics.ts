import { defineShared } from "../platform/metrics/shared.ts";
import { integrationSessionMachine } from "./machine.ts";
import { findPhoneLines } from "./phone-lines.store.ts";
import { countByState } from "./queries.ts";

export const integrationMetrics = defineShared(
  "integration",
  {
    integration_sessions: {
      type: "gauge",
      help: "Integration sessions by state, those that ended too.",
      labelNames: ["status"],
    },
    phone_lines: { type: "gauge", help: "Active phone lines, free and held.", labelNames: ["state"] },
  },
  async (ctx) => {
    const [sessions, lines] = await Promise.all([countByState(ctx), findPhoneLines(ctx)]);
    const active = lines.filter(({ line }) => line.active);
    const held = active.filter(({ holder }) => holder !== null).length;
    return [
      ...integrationSessionMachine.states.map((status) => ({
        ...{ name: "integration_sessions" as const, labels: { status }, value: sessions.get(status) ?? 0 },
      })),
      { name: "phone_lines" as const, labels: { state: "held" }, value: held },
      { name: "phone_lines" as const, labels: { state: "free" }, value: active.length - held },
    ];
  },
);
