import type { Tx } from "../../platform/operation/context.ts";
import type { AlertKind } from "../contract.ts";
import { endAlerts } from "../store.ts";

/** Ends the alerts of a kind about these subjects, where they fire, in the caller's transaction. */
export async function resolveAlerts(tx: Tx, kind: AlertKind, subjects: readonly string[]): Promise<void> {
  if (subjects.length > 0) await endAlerts(tx, kind, subjects);
}
