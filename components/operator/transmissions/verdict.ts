import type { DestinationName, DestinationSummary } from "#server/transmissions/contract.ts";

/** Deliveries run at least every minute: what waits for two of them is shown as late. The alert comes later. */
const LATE_ON_PAGE_SECONDS = 120;

/** The one answer to "did everything arrive?". */
export type Verdict =
  | { readonly kind: "delivered" }
  | { readonly kind: "dead" | "failing" | "waiting"; readonly count: number }
  | { readonly kind: "late"; readonly count: number; readonly oldestSeconds: number }
  | { readonly kind: "paused"; readonly destinations: readonly DestinationName[] };

/** Reads the whole outbox, the worst first: given up, paused, failing, late, under way, arrived. */
export function verdictOn(outbox: readonly DestinationSummary[]): Verdict {
  const sum = (of: "pending" | "failed" | "dead") => outbox.reduce((total, each) => total + each[of], 0);
  const [pending, failed, dead] = [sum("pending"), sum("failed"), sum("dead")];
  if (dead > 0) return { kind: "dead", count: dead };
  const destinations = outbox.filter(isPaused).map(({ destination }) => destination);
  if (destinations.length > 0) return { kind: "paused", destinations };
  if (failed > 0) return { kind: "failing", count: failed };
  const oldestSeconds = Math.max(...outbox.map((each) => each.oldestSeconds ?? 0));
  if (oldestSeconds >= LATE_ON_PAGE_SECONDS) return { kind: "late", count: pending, oldestSeconds };
  return pending > 0 ? { kind: "waiting", count: pending } : { kind: "delivered" };
}

export const isPaused = ({ circuit }: DestinationSummary): boolean => circuit.state !== "CLOSED";
