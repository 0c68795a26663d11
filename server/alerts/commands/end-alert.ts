import { role } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import { platformErrors } from "../../platform/operation/errors.ts";
import { Alert, EndAlert } from "../contract.ts";
import { alertErrors } from "../errors.ts";
import { endAlerts, findAlert } from "../store.ts";
import { isEndedByHand } from "../values.ts";

/**
 * Ends an alert that an operator has handled. An ended alert stays ended. Throws `not_found`, `alert_ends_itself` (409)
 * for a kind that ends with its cause.
 */
export const endAlert = defineCommand({
  id: "alerts.end-alert",
  summary: "End an alert that was handled.",
  allow: role("ADMIN"),
  input: EndAlert,
  output: Alert,
  refuses: [alertErrors.alert_ends_itself],
  audit: ({ id }, alert) => ({ target: id, meta: { kind: alert?.kind, subject: alert?.subject } }),
  async run(tx, { id }) {
    const alert = await findAlert(tx, id);
    if (!alert) throw platformErrors.not_found({ what: "alert" });
    const { kind, subject } = alert;
    if (!isEndedByHand(kind)) throw alertErrors.alert_ends_itself();
    await endAlerts(tx, kind, [subject]);
    return (await findAlert(tx, id)) ?? alert;
  },
});
