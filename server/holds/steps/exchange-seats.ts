import { catalogErrors } from "../../catalog/errors.ts";
import { lockSale } from "../../catalog/steps/lock-sale.ts";
import { moveStock } from "../../catalog/steps/move-stock.ts";
import type { Tx } from "../../platform/operation/context.ts";
import type { SeatId } from "../../seats/contract.ts";
import { seatErrors } from "../../seats/errors.ts";
import { lockSeats } from "../../seats/steps/lock-seats.ts";
import { moveSeats } from "../../seats/steps/move-seats.ts";
import type { BestAvailable } from "../contract.ts";
import { holdErrors } from "../errors.ts";
import { seatRefusal } from "../policy.ts";
import { type HoldRow, saveSeats, sharesOf } from "../store.ts";
import { chooserOf } from "./choose-seats.ts";
import { freeExpiredHolds } from "./free-holds.ts";

/** These seats, or so many of the best ones. */
type Wish = readonly SeatId[] | BestAvailable;

/**
 * Gives a live hold, whose row is locked, other seats in the caller's transaction: all of them or none. Seats that it keeps
 * do not move.
 * @throws `no_seats`, `no_seat_map`, `seat_taken`, `seat_blocked`, `insufficient_stock`, `ticket_limit_exceeded` (409),
 * `not_found` (404) for another event session's seat, and why nothing is sold now
 */
export async function exchangeSeats(tx: Tx, hold: HoldRow, wish: Wish): Promise<void> {
  const { id: holdId, eventSessionId, userId } = hold;
  if (!hold.seatIds) throw seatErrors.no_seats();
  await freeExpiredHolds(tx, eventSessionId);
  const sale = await lockSale(tx, eventSessionId);
  if (sale.refusal) throw sale.refusal;
  const have = ((await sharesOf(tx, eventSessionId, [userId])).get(userId)?.tickets ?? 0) - hold.quantity;
  const quantity = "quantity" in wish ? wish.quantity : wish.length;
  if (have + quantity > sale.maxPerUser)
    throw holdErrors.ticket_limit_exceeded({ limit: sale.maxPerUser, have, wanted: quantity });
  const seatIds = "quantity" in wish ? await bestOf(tx, sale, hold.seatIds, wish) : wish;
  const [had, wanted] = [new Set(hold.seatIds), new Set(seatIds)];
  const left = hold.seatIds.filter((id) => !wanted.has(id));
  const added = seatIds.filter((id) => !had.has(id));
  if (sale.withheldAt && added.length > 0)
    throw catalogErrors.insufficient_stock({ wanted: added.length, left: 0 });
  const refusal = seatRefusal(added, await lockSeats(tx, eventSessionId, added), new Set());
  if (refusal) throw refusal;
  const reason = "seats_changed";
  // As many as were given back are taken, so the numbers of the stock move by the difference alone.
  const more = added.length - left.length;
  await moveStock(tx, {
    ...{ eventSessionId, quantity: Math.abs(more), reason },
    move: more > 0 ? "hold" : "release",
  });
  const stepsOf = (ids: readonly SeatId[]) => ids.map((id) => ({ id, holdId }));
  await moveSeats(tx, { move: "release", steps: stepsOf(left), reason });
  await moveSeats(tx, { move: "hold", steps: stepsOf(added), reason });
  await saveSeats(tx, holdId, seatIds);
}

/** The best seats that are free or the hold's own. */
async function bestOf(
  tx: Tx,
  { id, drawingVersion }: Awaited<ReturnType<typeof lockSale>>,
  own: readonly SeatId[],
  wish: BestAvailable,
): Promise<readonly SeatId[]> {
  if (drawingVersion === null) throw seatErrors.no_seat_map();
  const { choose, count } = await chooserOf(tx, id, own);
  const none = new Set<SeatId>();
  const chosen = choose(wish, none);
  if (chosen) return chosen;
  throw catalogErrors.insufficient_stock({ wanted: wish.quantity, left: count(wish, none) });
}
