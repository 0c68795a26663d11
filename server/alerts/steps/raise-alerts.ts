import type { Tx } from "../../platform/operation/context.ts";
import type { AlertToRaise } from "../contract.ts";
import { fireAlerts } from "../store.ts";

/** Raises alerts in the caller's transaction; one that fires already is counted, not repeated. */
export function raiseAlerts(tx: Tx, raised: readonly AlertToRaise[]): Promise<void> {
  // The same twice in one statement would be refused by Postgres; the last one says what is newest.
  const distinct = new Map(raised.map((alert) => [`${alert.kind} ${alert.subject}`, alert]));
  return fireAlerts(tx, [...distinct.values()]);
}
