import { lockPaymentOfOrder } from "../../payments/store.ts";
import { role } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import { shippingErrors } from "../../shipping/errors.ts";
import { shippingMachine } from "../../shipping/machine.ts";
import { correctTracking as saveTracking } from "../../shipping/store.ts";
import { writeTransmissions } from "../../transmissions/steps/write-transmissions.ts";
import { CorrectTracking, TrackedShipping } from "../contract.ts";
import { requireManagedShipping } from "../queries.ts";

/**
 * Corrects by whom a parcel is carried and under which number, and tells its buyer, who was told the wrong ones when it was
 * shipped. The same ones again change nothing and tell no one. Throws `not_found` (404) for a parcel of another seller's
 * event, `tracking_fixed` (409) for one that has not left yet or has ended.
 */
export const correctTracking = defineCommand({
  id: "fulfillment.correct-tracking",
  summary: "Correct the carrier and the tracking number of a parcel that has left.",
  allow: role("ADMIN", "SELLER"),
  input: CorrectTracking,
  output: TrackedShipping,
  refuses: [shippingErrors.tracking_fixed],
  audit: ({ id, carrier, trackingNumber }, corrected) => ({
    target: id,
    meta: { carrier, trackingNumber, was: corrected?.was },
  }),
  async run(tx, { id, carrier, trackingNumber }) {
    const { orderId } = await requireManagedShipping(tx, id);
    // The same lock as for a move, so that a parcel does not end meanwhile.
    await lockPaymentOfOrder(tx, orderId);
    const { state, ...before } = await requireManagedShipping(tx, id);
    if (before.trackingNumber === null || shippingMachine.isEnd(state))
      throw shippingErrors.tracking_fixed({ state });
    const was = { carrier: before.carrier, trackingNumber: before.trackingNumber };
    if (was.carrier !== carrier || was.trackingNumber !== trackingNumber) {
      await saveTracking(tx, id, { carrier, trackingNumber });
      const payload = { orderId, shippingId: id, carrier, trackingNumber, reason: "tracking_corrected" };
      writeTransmissions(tx, [
        { destination: "events", type: "shippings.updated", aggregateId: orderId, payload },
      ]);
    }
    return { id, orderId, status: state, carrier, trackingNumber, was };
  },
});
