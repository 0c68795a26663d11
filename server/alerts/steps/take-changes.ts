import type { Tx } from "../../platform/operation/context.ts";
import { type AlertChange, AlertKind, TOLD_ON_WEBHOOK } from "../contract.ts";
import { takeUntold } from "../store.ts";

/** So many alerts are told of in one transaction. */
const TAKEN_MAX = 100;

/**
 * Takes what has happened to alerts since people were last told, in the caller's transaction: each firing once and each
 * end once, however many ask at the same time. An alert that fired and ended meanwhile gives both, in this order.
 */
export async function takeChanges(tx: Tx): Promise<AlertChange[]> {
  const untold = await takeUntold(tx, TAKEN_MAX);
  return untold.flatMap(({ id, kind, subject, fires, ends, detail }) => {
    const isOnWebhook = detail[TOLD_ON_WEBHOOK] === true;
    const alert = { alertId: id, kind: AlertKind.parse(kind), subject, isOnWebhook };
    return [
      ...(fires ? [{ ...alert, change: "firing" as const }] : []),
      ...(ends ? [{ ...alert, change: "resolved" as const }] : []),
    ];
  });
}
