import type { DestinationName, DestinationSummary } from "#server/transmissions/contract.ts";

/** Deliveries run at least once a minute. The page shows two missed rounds as late; the alert is raised later. */
const LATE_ON_PAGE_SECONDS = 120;

/** The state of the whole outbox in one word, with its numbers. */
export type Verdict =
  | { readonly kind: "delivered" }
  | { readonly kind: "dead" | "failing" | "waiting"; readonly count: number }
  | { readonly kind: "late"; readonly count: number; readonly oldestSeconds: number }
  | { readonly kind: "paused"; readonly destinations: readonly DestinationName[] };

/** Finds the worst state in the outbox. The order is: dead, paused, failing, late, waiting, delivered. */
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
