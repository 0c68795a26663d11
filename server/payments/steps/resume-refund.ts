import { resolveAlerts } from "../../alerts/steps/resolve-alerts.ts";
import type { Tx } from "../../platform/operation/context.ts";
import type { RefundId } from "../contract.ts";
import { findRefunds, moveAskedAgain } from "../refunds.store.ts";
import { notifyOfRefunds } from "./notify-of-refunds.ts";

/** A refused refund is asked for again, in the caller's transaction; one that is under way stays as it is. */
export async function resumeRefund(tx: Tx, id: RefundId): Promise<void> {
  const again = await moveAskedAgain(tx, id);
  if (again.length === 0) return;
  await resolveAlerts(tx, "refund_refused", [id]);
  notifyOfRefunds(tx, await findRefunds(tx, [id]));
}
