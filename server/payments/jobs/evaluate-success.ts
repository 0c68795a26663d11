import { raiseAlerts } from "../../alerts/steps/raise-alerts.ts";
import { resolveAlerts } from "../../alerts/steps/resolve-alerts.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import type { AppContext } from "../../platform/operation/context.ts";
import { countOutcomes } from "../counts.store.ts";
import { isFailing } from "../policy.ts";

/** Raises the alert that payments fail, or ends it, by the payments of the last five minutes. */
export const evaluateSuccess = (ctx: AppContext): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const outcomes = await countOutcomes(tx);
    if (isFailing(outcomes))
      await raiseAlerts(tx, [{ kind: "payments_failing", subject: "payments", detail: { ...outcomes } }]);
    else await resolveAlerts(tx, "payments_failing", ["payments"]);
  });
