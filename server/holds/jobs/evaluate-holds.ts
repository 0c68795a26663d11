import { raiseAlerts } from "../../alerts/steps/raise-alerts.ts";
import { resolveAlerts } from "../../alerts/steps/resolve-alerts.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import type { AppContext } from "../../platform/operation/context.ts";
import { rateOf } from "../../platform/redis/counters.ts";
import { HOLDS_REFUSED, isUnusual } from "../policy.ts";

/** Raises the alert that holds are refused far more often than usual, or ends it. */
export async function evaluateHolds(ctx: AppContext): Promise<void> {
  const pace = await rateOf(ctx, HOLDS_REFUSED);
  await inTransaction(ctx, (tx) =>
    isUnusual(pace)
      ? raiseAlerts(tx, [{ kind: "holds_failing", subject: "holds", detail: { ...pace } }])
      : resolveAlerts(tx, "holds_failing", ["holds"]),
  );
}
