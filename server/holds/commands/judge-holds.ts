import { raiseAlerts } from "../../alerts/commands/raise-alerts.ts";
import { resolveAlerts } from "../../alerts/commands/resolve-alerts.ts";
import type { AppContext } from "../../platform/context.ts";
import { paceOf } from "../../platform/tally.ts";
import { inTransaction } from "../../platform/transaction.ts";
import { HOLDS_REFUSED, isUnusual } from "../policy.ts";

/** Raises the alert that holds are refused far more often than usual, or ends it. */
export async function judgeHolds(ctx: AppContext): Promise<void> {
  const pace = await paceOf(ctx, HOLDS_REFUSED);
  await inTransaction(ctx, (tx) =>
    isUnusual(pace)
      ? raiseAlerts(tx, [{ kind: "holds_failing", subject: "holds", detail: { ...pace } }])
      : resolveAlerts(tx, "holds_failing", ["holds"]),
  );
}
