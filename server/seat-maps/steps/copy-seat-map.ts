import { createHash } from "node:crypto";
import type { z } from "zod";
import type { Tx } from "../../platform/operation/context.ts";
import { newIdPrefix } from "../../platform/values/ids.ts";
import type { SeatToCreate } from "../../seats/steps/create-seats.ts";
import type { ChosenSeatMap } from "../contract.ts";
import { drawingOf } from "../drawing.policy.ts";
import { requireOwner, requireVersion } from "../policy.ts";
import { planForSale, seatsOfPlan } from "../sale.policy.ts";
import { findSeatMap } from "../store.ts";

/** What an event session gets of a map. */
interface CopiedSeats {
  readonly seats: readonly SeatToCreate[];
  /** The seats as pages draw them, as JSON. */
  readonly drawing: string;
  /** Tells this drawing from every other: a hash of what it says. */
  readonly drawingVersion: string;
}

const VERSION_LENGTH = 22;

/**
 * The seats of a new event session from a map, in the caller's transaction, with the prices and house seats that are
 * different there.
 * @throws `not_found` (404) for a map that is not the caller's, `changed_meanwhile` (409) where it is not as the caller has
 * read it, `invalid_argument` (400) for a map without seats and for differences that do not fit it
 */
export async function copySeatMap(
  tx: Tx,
  { seatMapId, version, ...differences }: z.output<typeof ChosenSeatMap>,
): Promise<CopiedSeats> {
  const seatMap = requireOwner(tx.actor, await findSeatMap(tx, seatMapId));
  requireVersion(seatMap, version ?? seatMap.version);
  const plan = planForSale(seatMap.plan, differences);
  const idPrefix = newIdPrefix();
  const drawing = JSON.stringify(drawingOf(plan, idPrefix));
  const drawingVersion = createHash("sha256").update(drawing).digest("base64url").slice(0, VERSION_LENGTH);
  return { seats: seatsOfPlan(plan, idPrefix), drawing, drawingVersion };
}
