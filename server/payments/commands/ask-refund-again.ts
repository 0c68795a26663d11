import { role } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import { platformErrors } from "../../platform/operation/errors.ts";
import { replayDead } from "../../transmissions/commands/replay-transmission.ts";
import { Refund, RefundInput } from "../contract.ts";
import { paymentErrors } from "../errors.ts";
import { refundMachine } from "../machine.ts";
import { viewRefund } from "../queries.ts";
import { findRefunds } from "../refunds.store.ts";
import { resumeRefund } from "../steps/resume-refund.ts";

/**
 * Asks the provider again for a refund that it refused. Throws `not_found`, `illegal_transition` (409) for a
 * refund that is done, `refund_closed` (409) for one whose transmission was closed by hand.
 */
export const askRefundAgain = defineCommand({
  id: "payments.ask-refund-again",
  summary: "Asks a provider again for a refund that it refused.",
  allow: role("ADMIN"),
  idempotent: true,
  input: RefundInput,
  output: Refund,
  refuses: [paymentErrors.refund_closed],
  audit: ({ refundId }) => ({ target: refundId }),
  async run(tx, { refundId }) {
    const [found] = await findRefunds(tx, [refundId]);
    if (!found) throw platformErrors.not_found({ what: "refund" });
    if (found.refund.closedAt) throw paymentErrors.refund_closed();
    // The transmission is locked first, as the end of its delivery does, so the two cannot wait for each other.
    const isInQueue = await replayDead(tx, { destination: "payment-provider", search: refundId });
    if (isInQueue) await resumeRefund(tx, refundId);
    const [{ refund } = found] = await findRefunds(tx, [refundId]);
    if (refund.state === "done")
      throw platformErrors.illegal_transition({
        machine: refundMachine.name,
        from: refund.state,
        to: "asked",
      });
    if (!isInQueue) throw paymentErrors.refund_closed();
    return viewRefund(refund);
  },
});
