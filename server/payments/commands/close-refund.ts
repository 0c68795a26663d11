import { resolveAlerts } from "../../alerts/steps/resolve-alerts.ts";
import { role } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import { platformErrors } from "../../platform/operation/errors.ts";
import { closeDead } from "../../transmissions/steps/close-dead.ts";
import { CloseRefund, Refund } from "../contract.ts";
import { viewRefund } from "../queries.ts";
import { findRefunds, saveClosed } from "../refunds.store.ts";

/**
 * Closes a refused refund whose money went back another way: its provider is not asked again. One that is closed already
 * stays as it is. Throws `not_found`, `illegal_transition` (409) for one that is not refused.
 */
export const closeRefund = defineCommand({
  id: "payments.close-refund",
  summary: "Close a refused refund whose money went back another way.",
  allow: role("ADMIN"),
  input: CloseRefund,
  output: Refund,
  audit: ({ refundId, note }) => ({ target: refundId, meta: { note } }),
  async run(tx, { refundId, note }) {
    const [known] = await findRefunds(tx, [refundId]);
    if (!known) throw platformErrors.not_found({ what: "refund" });
    // The transmission is locked first, as the end of its delivery does, so the two cannot wait for each other.
    if (!known.refund.closedAt)
      await closeDead(tx, { destination: "payment-provider", search: refundId }, note);
    const [{ refund } = known] = await findRefunds(tx, [refundId]);
    if (refund.state !== "refused")
      throw platformErrors.illegal_transition({ machine: "refund", from: refund.state, to: "closed" });
    if (!refund.closedAt) await saveClosed(tx, refundId, note);
    await resolveAlerts(tx, "refund_refused", [refundId]);
    const [{ refund: closed } = { refund }] = await findRefunds(tx, [refundId]);
    return viewRefund(closed);
  },
});
