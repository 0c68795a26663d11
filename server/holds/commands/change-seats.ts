import { saleRefusals } from "../../catalog/errors.ts";
import { signedIn } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import { seatErrors } from "../../seats/errors.ts";
import { ChangeSeats, Hold } from "../contract.ts";
import { holdErrors } from "../errors.ts";
import { requireOwnHold, viewHold } from "../queries.ts";
import { exchangeSeats } from "../steps/exchange-seats.ts";
import { lockHolds } from "../store.ts";

/**
 * Gives a live hold other seats, all of them or none, for the time that it has left. Refused with `hold_ended`,
 * `checked_out` once its buyer has gone to the checkout, `seat_taken`, `seat_blocked`, `no_seats`,
 * `ticket_limit_exceeded`, why nothing is sold now, or `not_found` for another buyer's hold or another event session's seat.
 */
export const changeSeats = defineCommand({
  id: "holds.change-seats",
  summary: "Hold other seats for the time that is left.",
  allow: signedIn,
  input: ChangeSeats,
  output: Hold,
  refuses: [
    holdErrors.hold_ended,
    holdErrors.checked_out,
    holdErrors.ticket_limit_exceeded,
    seatErrors.seat_taken,
    seatErrors.seat_blocked,
    seatErrors.no_seats,
    ...saleRefusals,
  ],
  audit: ({ holdId, seatIds }) => ({ target: holdId, meta: { seatIds } }),
  async run(tx, { holdId, seatIds }) {
    await requireOwnHold(tx, holdId);
    await lockHolds(tx, [holdId]);
    const hold = await requireOwnHold(tx, holdId);
    const { ending } = await viewHold(tx, hold);
    if (ending) throw holdErrors.hold_ended({ ending });
    if (hold.checkedOut) throw holdErrors.checked_out();
    await exchangeSeats(tx, hold, seatIds);
    return viewHold(tx, await requireOwnHold(tx, holdId));
  },
});
