import { raiseAlerts } from "../../alerts/commands/raise-alerts.ts";
import { resolveAlerts } from "../../alerts/commands/resolve-alerts.ts";
import type { AppContext } from "../../platform/context.ts";
import { inTransaction } from "../../platform/transaction.ts";
import { isFailing } from "../policy.ts";
import { countOutcomes } from "../store.ts";

/** Raises the alert that payments fail, or ends it, by the payments of the last five minutes. */
export const judgeSuccess = (ctx: AppContext): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const outcomes = await countOutcomes(tx);
    if (isFailing(outcomes))
      await raiseAlerts(tx, [{ kind: "payments_failing", subject: "payments", detail: { ...outcomes } }]);
    else await resolveAlerts(tx, "payments_failing", ["payments"]);
  });
