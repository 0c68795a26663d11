import { findActiveAdmins } from "../../auth/accounts.store.ts";
import { role } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import { platformErrors } from "../../platform/operation/errors.ts";
import { AcknowledgeAlert, Alert } from "../contract.ts";
import { alertErrors } from "../errors.ts";
import { findAlert, saveAcknowledgement } from "../store.ts";

/**
 * Says that an alert is looked after, by whom, and what the others should know. It fires on until its cause is gone, and
 * is told of no more. Again it hands the alert over or changes the note. Throws `not_found` (404), `alert_over`,
 * `owner_not_operator` (409).
 */
export const acknowledgeAlert = defineCommand({
  id: "alerts.acknowledge-alert",
  summary: "Say who looks after an alert.",
  allow: role("ADMIN"),
  input: AcknowledgeAlert,
  output: Alert,
  refuses: [alertErrors.alert_over, alertErrors.owner_not_operator],
  audit: ({ id, note }, alert) => ({
    target: id,
    meta: { kind: alert?.kind, subject: alert?.subject, owner: alert?.acknowledged?.owner.id, note },
  }),
  async run(tx, { id, ownerId = tx.actor.userId, note = null }) {
    const operators = await findActiveAdmins(tx);
    if (!operators.some((operator) => operator.id === ownerId)) throw alertErrors.owner_not_operator();
    const isSaved = await saveAcknowledgement(tx, { id, ownerId, note, acknowledgedById: tx.actor.userId });
    const alert = await findAlert(tx, id);
    if (!alert) throw platformErrors.not_found({ what: "alert" });
    if (!isSaved) throw alertErrors.alert_over();
    return alert;
  },
});
