import type { EventSessionId } from "../../catalog/contract.ts";
import { lockSale } from "../../catalog/steps/lock-sale.ts";
import { writeHistory } from "../../platform/database/transition.ts";
import type { Origin, Tx } from "../../platform/operation/context.ts";
import { AppError } from "../../platform/operation/errors.ts";
import { newId } from "../../platform/values/ids.ts";
import { seatsToChoose } from "../../seat-maps/queries.ts";
import type { SeatId } from "../../seats/contract.ts";
import { viewSeat } from "../../seats/queries.ts";
import { lockSeats } from "../../seats/steps/lock-seats.ts";
import { holdMachine } from "../machine.ts";
import { countHolds } from "../metrics.ts";
import { allocate, type HoldRequest, holdViewOf } from "../policy.ts";
import { type HoldRow, insertHolds, sharesOf } from "../store.ts";
import { HOLD_SECONDS } from "../values.ts";
import { chooserOf } from "./choose-seats.ts";
import { freeExpiredHolds } from "./free-holds.ts";
import { moveHeld } from "./move-held.ts";

interface NewRequest extends HoldRequest {
  readonly userId: HoldRow["userId"];
  readonly by: Origin;
}

type NewHold = Pick<
  HoldRow,
  "id" | "userId" | "eventSessionId" | "quantity" | "seatIds" | "expiresAt" | "state" | "sold" | "traceId"
>;

/**
 * Holds tickets of one event session for these buyers, in the order of the requests, in the caller's transaction.
 * @returns the new holds as clients see them, and why the other requests are refused, by request
 */
export async function createHolds<R extends NewRequest>(
  tx: Tx,
  eventSessionId: EventSessionId,
  requests: readonly R[],
) {
  const wantsBest = requests.some(({ best }) => best);
  // Before the stock is locked, since a process reads the hall once and slowly.
  if (wantsBest) await seatsToChoose(tx, eventSessionId);
  await freeExpiredHolds(tx, eventSessionId);
  const sale = await lockSale(tx, eventSessionId);
  // The shares are read after the lock, so they include what its last holder committed.
  const shares = await sharesOf(
    tx,
    eventSessionId,
    requests.map(({ userId }) => userId),
  );
  const wanted = requests.flatMap(({ seatIds = [] }) => seatIds);
  const seats = sale.seated ? await lockSeats(tx, eventSessionId, wanted) : null;
  const chooser = wantsBest && sale.drawingVersion !== null ? await chooserOf(tx, eventSessionId) : null;
  const expiresAt = new Date(sale.now.getTime() + HOLD_SECONDS * 1000);
  const held = new Map<R, NewHold>();
  const refusals = new Map<R, AppError>();
  for (const [request, outcome] of allocate(requests, { ...sale, seats, chooser }, shares)) {
    const { userId, quantity, by } = request;
    if (outcome instanceof AppError) refusals.set(request, outcome);
    else
      held.set(request, {
        ...{ id: newId("hold"), userId, eventSessionId, quantity, expiresAt, traceId: by.traceId },
        ...{ state: holdMachine.initial, sold: false, seatIds: outcome.seatIds && [...outcome.seatIds] },
      });
  }
  await saveHolds(tx, held);
  const seatsOf = (ids: readonly SeatId[] | null) =>
    (ids ?? []).flatMap((id) => {
      const seat = seats?.get(id);
      return seat ? [viewSeat(seat)] : (chooser?.seatOf(id) ?? []);
    });
  const view = (hold: NewHold) => holdViewOf(hold, sale.now, { seats: seatsOf(hold.seatIds) });
  countHolds(tx, held.size, [...refusals.values()]);
  return {
    refusals,
    held: new Map([...held].map(([request, hold]) => [request, view(hold)])),
  };
}

/** Writes the holds, their history, and one movement of stock for all of them. */
async function saveHolds(tx: Tx, held: ReadonlyMap<NewRequest, NewHold>): Promise<void> {
  writeHistory(
    tx,
    [...held].map(([{ by }, { id }]) => ({
      ...{ entity: holdMachine.name, entityId: id, from: null, to: holdMachine.initial },
      ...{ as: by.actor, traceId: by.traceId },
    })),
  );
  await insertHolds(tx, [...held.values()]);
  await moveHeld(
    tx,
    [...held].map(([{ by }, hold]) => ({ hold, by })),
    { move: "hold", reason: "held" },
  );
}
