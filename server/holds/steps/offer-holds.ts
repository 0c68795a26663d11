import type { lockSale } from "../../catalog/steps/lock-sale.ts";
import { writeHistory } from "../../platform/database/transition.ts";
import type { Actor, Tx } from "../../platform/operation/context.ts";
import { newId } from "../../platform/values/ids.ts";
import type { SeatId } from "../../seats/contract.ts";
import { seatsOfSession } from "../../seats/queries.ts";
import type { HoldId } from "../contract.ts";
import { holdMachine } from "../machine.ts";
import { type HoldRow, insertHolds, takeOffered } from "../store.ts";
import { chooserOf } from "./choose-seats.ts";
import { moveHeld } from "./move-held.ts";

interface Wanted {
  readonly userId: HoldRow["userId"];
  readonly quantity: number;
}

type LockedSale = Awaited<ReturnType<typeof lockSale>>;

/**
 * Holds tickets for people whom they are offered, in the caller's transaction, which has locked the stock and has seen that
 * so many remain: no one else can have them until `expiresAt`. Of numbered seats each gets the best ones that are free.
 * @returns the hold of each; who is missing could not be given seats
 */
export async function offerHolds<W extends Wanted>(
  tx: Tx,
  sale: LockedSale,
  { wanted, expiresAt, as }: { readonly wanted: readonly W[]; readonly expiresAt: Date; readonly as: Actor },
): Promise<Map<W, HoldId>> {
  const seatsOf = sale.seated ? await chooseFor(tx, sale, wanted) : undefined;
  const given = wanted.flatMap((each) => {
    const seatIds = seatsOf ? (seatsOf.get(each) ?? null) : null;
    const { userId, quantity } = each;
    const hold = { id: newId("hold"), userId, eventSessionId: sale.id, quantity, seatIds };
    return seatsOf && !seatIds ? [] : [{ each, hold }];
  });
  if (given.length === 0) return new Map();
  const holds = given.map(({ hold }) => hold);
  const born = { entity: holdMachine.name, from: null, to: holdMachine.initial, reason: "offered", as };
  writeHistory(
    tx,
    holds.map(({ id: entityId }) => ({ ...born, entityId })),
  );
  await insertHolds(
    tx,
    holds.map((hold) => ({ ...hold, expiresAt, offered: true })),
  );
  await moveHeld(
    tx,
    holds.map((hold) => ({ hold, by: { actor: as, traceId: tx.traceId } })),
    { move: "hold", reason: "offered" },
  );
  return new Map(given.map(({ each, hold }) => [each, hold.id]));
}

async function chooseFor<W extends Wanted>(tx: Tx, { id, drawingVersion }: LockedSale, wanted: readonly W[]) {
  const chosen = new Map<W, SeatId[]>();
  if (drawingVersion === null) {
    const free = (await seatsOfSession(tx, id)).flatMap((seat) =>
      seat.status === "AVAILABLE" ? seat.id : [],
    );
    for (const each of wanted)
      if (free.length >= each.quantity) chosen.set(each, free.splice(0, each.quantity));
    return chosen;
  }
  const chooser = await chooserOf(tx, id);
  const taken = new Set<SeatId>();
  for (const each of wanted) {
    const seats = chooser.choose({ quantity: each.quantity }, taken);
    if (!seats) continue;
    for (const seat of seats) taken.add(seat);
    chosen.set(each, [...seats]);
  }
  return chosen;
}

/**
 * Makes an offered hold its buyer's, in the caller's transaction: it lasts as long as a new hold.
 * @returns false where the offer is over
 */
export const acceptOffered = (tx: Tx, id: HoldId): Promise<boolean> => takeOffered(tx, id);
