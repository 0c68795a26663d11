import { catalogErrors, saleRefusals } from "../../catalog/errors.ts";
import { signedIn } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import { seatErrors } from "../../seats/errors.ts";
import { ChangeSeats, Hold } from "../contract.ts";
import { holdErrors } from "../errors.ts";
import { requireOwnHold, viewHold } from "../queries.ts";
import { exchangeSeats } from "../steps/exchange-seats.ts";
import { lockHolds } from "../store.ts";

/**
 * Gives a live hold other seats, chosen or the best ones, all of them or none, for the time that it has left. Refused with
 * `hold_ended`, `checked_out` once its buyer has gone to the checkout, `seat_taken`, `seat_blocked`, `no_seats`,
 * `no_seat_map`, `insufficient_stock`, `ticket_limit_exceeded`, why nothing is sold now, or `not_found` for another buyer's hold or another event session's seat.
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
    seatErrors.no_seat_map,
    catalogErrors.insufficient_stock,
    ...saleRefusals,
  ],
  audit: ({ holdId }, hold) => ({ target: holdId, meta: { seatIds: hold?.seats.map(({ id }) => id) } }),
  async run(tx, { holdId, seatIds = [], bestAvailable }) {
    await requireOwnHold(tx, holdId);
    await lockHolds(tx, [holdId]);
    const hold = await requireOwnHold(tx, holdId);
    const { ending } = await viewHold(tx, hold);
    if (ending) throw holdErrors.hold_ended({ ending });
    if (hold.checkedOut) throw holdErrors.checked_out();
    await exchangeSeats(tx, hold, bestAvailable ?? seatIds);
    return viewHold(tx, await requireOwnHold(tx, holdId));
  },
});
