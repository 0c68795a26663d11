import { counter } from "../platform/metrics/registry.ts";
import type { Tx } from "../platform/operation/context.ts";
import type { AppError } from "../platform/operation/errors.ts";
import { incrementCounter } from "../platform/redis/counters.ts";
import { HOLDS_REFUSED } from "./policy.ts";

export const holdsGiven = counter({
  name: "hold_success_total",
  help: "Holds that this process gave.",
});

export const holdsRefused = counter({
  name: "hold_fail_total",
  help: "Holds that this process refused, by the reason that the buyer was told.",
  labelNames: ["reason"],
});

/**
 * Counts holds that were given and refused, after the commit: for Prometheus in this process, and for the alert that
 * watches how often holds are refused in all processes together.
 */
export const countHolds = (tx: Tx, given: number, refusals: readonly AppError[]): void =>
  tx.afterCommit(async (ctx) => {
    holdsGiven.inc(given);
    for (const { reason } of refusals) holdsRefused.inc({ reason });
    if (refusals.length > 0) await incrementCounter(ctx, HOLDS_REFUSED, refusals.length);
  });
