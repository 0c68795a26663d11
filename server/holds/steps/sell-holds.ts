import { moveStock } from "../../catalog/steps/move-stock.ts";
import type { Step } from "../../platform/database/transition.ts";
import type { Tx } from "../../platform/operation/context.ts";
import type { HeldSeat, SeatId } from "../../seats/contract.ts";
import { moveSeats } from "../../seats/steps/move-seats.ts";
import type { HoldId } from "../contract.ts";
import { stockOf } from "../policy.ts";
import { countReturned, endHolds, type HoldRow } from "../store.ts";
import { moveHeld } from "./move-held.ts";

/**
 * Turns paid holds' tickets into sold ones while they live.
 * @returns the holds whose tickets are sold now, each with its seats as they were chosen, none for counted stock; the
 * other holds are over
 */
export async function sellHolds(tx: Tx, steps: readonly Step<HoldId>[]): Promise<Map<HoldId, HeldSeat[]>> {
  const confirmed = await endHolds(tx, steps, "CONFIRMED", "paid");
  const byId = new Map(steps.map(({ id, by }) => [id, by]));
  const moving = confirmed.map((hold) => ({ hold, by: byId.get(hold.id) }));
  const sold = await moveHeld(tx, moving, { move: "sell", reason: "paid" });
  const seats = new Map(sold.map((seat) => [seat.id, seat]));
  return new Map(
    confirmed.map(({ id, seatIds }) => [id, (seatIds ?? []).flatMap((seat) => seats.get(seat) ?? [])]),
  );
}

/** Sold tickets of a hold that are given back. */
interface ReturnedTickets {
  readonly holdId: HoldId;
  readonly quantity: number;
  /** Their seats; none for counted stock. */
  readonly seatIds: readonly SeatId[];
}

/** Puts sold tickets back on sale, in the caller's transaction. A hold gives no more back than it has. */
export async function returnSoldTickets(
  tx: Tx,
  returned: readonly ReturnedTickets[],
  reason: string,
): Promise<void> {
  const moved: { readonly hold: HoldRow; readonly given: ReturnedTickets }[] = [];
  for (const given of returned) {
    const { holdId, quantity } = given;
    const hold = quantity > 0 ? await countReturned(tx, holdId, quantity) : undefined;
    if (hold) moved.push({ hold, given });
  }
  const stock = stockOf(moved.map(({ hold, given }) => ({ ...hold, quantity: given.quantity })));
  for (const each of stock) await moveStock(tx, { ...each, move: "giveBack", reason });
  const steps = moved.flatMap(({ given: { holdId, seatIds } }) => seatIds.map((id) => ({ id, holdId })));
  await moveSeats(tx, { move: "giveBack", steps, reason });
}
