import type { Tx } from "../../platform/operation/context.ts";
import type { AlertToRaise } from "../contract.ts";
import { fireAlerts } from "../store.ts";

/** Raises alerts in the caller's transaction; an alert that already fires is counted, not repeated. */
export function raiseAlerts(tx: Tx, raised: readonly AlertToRaise[]): Promise<void> {
  // Postgres refuses the same row twice in one statement; the last alert has the newest detail.
  const distinct = new Map(raised.map((alert) => [`${alert.kind} ${alert.subject}`, alert]));
  return fireAlerts(tx, [...distinct.values()]);
}
