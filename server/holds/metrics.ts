import { counter } from "../platform/metrics/registry.ts";

export const holdsGiven = counter({
  name: "hold_success_total",
  help: "Holds that this process gave.",
});

export const holdsRefused = counter({
  name: "hold_fail_total",
  help: "Holds that this process refused, by the reason that the buyer was told.",
  labelNames: ["reason"],
});
