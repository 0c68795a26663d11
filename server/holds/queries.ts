import { z } from "zod";
import type { EventSessionId } from "../catalog/contract.ts";
import { requireVisibleEvent, type Sale, saleOf, withRemaining } from "../catalog/queries.ts";
import { eventIdOf, salesOf } from "../catalog/sales.store.ts";
import { createSingleFlight } from "../platform/concurrency/single-flight.ts";
import { singleton } from "../platform/concurrency/singleton.ts";
import { approximateNow } from "../platform/database/clock.ts";
import { anyone, signedIn } from "../platform/operation/allow.ts";
import { defineQuery } from "../platform/operation/command.ts";
import { type AppContext, createContext } from "../platform/operation/context.ts";
import { platformErrors } from "../platform/operation/errors.ts";
import { isHeavyHall, SeatView } from "../seats/contract.ts";
import { seatErrors } from "../seats/errors.ts";
import { chosenSeats, drawingOfSession, seatsOfSession, statesOfSession } from "../seats/queries.ts";
import { ActiveHoldInput, type DrawingInput, Hold, type HoldId, SeatStates, SeatsInput } from "./contract.ts";
import { findOrderOfHold } from "./orders.store.ts";
import { holdViewOf } from "./policy.ts";
import { countHeld, findActiveHold, findHold, type HoldRow } from "./store.ts";

export const getActiveHold = defineQuery({
  id: "holds.get-active-hold",
  summary: "The caller's live hold of an event session, or null.",
  allow: signedIn,
  input: ActiveHoldInput,
  output: Hold.nullable(),
  async run(ctx, { sessionId: eventSessionId }) {
    const hold = await findActiveHold(ctx, eventSessionId, ctx.actor.userId);
    const view = hold && (await viewHold(ctx, hold));
    return view?.status === "ACTIVE" ? view : null;
  },
});

export const listSeats = defineQuery({
  id: "holds.list-seats",
  summary: "The seats of an event session and whether each can be had; none where its stock is counted.",
  async isHeavy(ctx, raw) {
    const input = SeatsInput.safeParse(raw);
    if (!input.success) return false;
    const { id } = input.data;
    const sale = (await salesOf(await eventIdOf(ctx, id))).find((each) => each.id === id);
    return sale !== undefined && isHeavyHall(sale.total);
  },
  allow: anyone,
  input: SeatsInput,
  output: z.array(SeatView),
  async run(ctx, { id }) {
    await requireVisibleEvent(ctx, await eventIdOf(ctx, id));
    const [seats, isWithheld] = [await seatsOfSession(ctx, id), await isSaleWithheld(ctx, id)];
    return seats.map((seat) =>
      isWithheld && seat.status === "AVAILABLE" ? { ...seat, status: "HOLD" as const } : seat,
    );
  },
});

export const seatStates = defineQuery({
  id: "holds.seat-states",
  summary: "Whether each seat of an event session's drawing can be had, two bits a seat.",
  allow: anyone,
  input: SeatsInput,
  output: SeatStates,
  refuses: [seatErrors.no_seat_map],
  async run(ctx, { id }) {
    const version = await requireMap(ctx, id);
    return { version, states: (await shownStates(ctx, id)).toString("base64url") };
  },
});

/** The states of an event session's seats as everyone sees them: what is promised to the waiting list is not free. */
export const shownStates = async (ctx: AppContext, id: EventSessionId): Promise<Buffer> =>
  statesOfSession(id, { withheld: await isSaleWithheld(ctx, id) });

async function isSaleWithheld(ctx: AppContext, id: EventSessionId): Promise<boolean> {
  const sale = (await salesOf(await eventIdOf(ctx, id))).find((each) => each.id === id);
  return Boolean(sale?.withheldAt);
}

/**
 * The version of the event session's drawing.
 * @throws `not_found` (404) where the caller may not see its event, `no_seat_map` (409) where there is no drawing
 */
export async function requireMap(ctx: AppContext, id: EventSessionId): Promise<string> {
  const version = (await requireDrawn(ctx, id))?.drawingVersion;
  if (!version) throw seatErrors.no_seat_map();
  return version;
}

/**
 * The drawing of an event session's seats.
 * @returns whether everyone may see it, and what reads it as JSON
 * @throws `not_found` (404) for an event that the caller may not see, for one without a drawing, and for another version
 */
export async function requireDrawing(ctx: AppContext, { id, version }: z.output<typeof DrawingInput>) {
  const sale = await requireDrawn(ctx, id);
  if (sale?.drawingVersion !== version) throw platformErrors.not_found({ what: "drawing" });
  return { isPublic: sale.eventStatus !== "DRAFT", read: () => drawingOfSession(ctx, id) };
}

/** The sale, where the caller may see its event; undefined where its seats have no drawing. Throws `not_found` (404). */
async function requireDrawn(ctx: AppContext, id: EventSessionId) {
  const eventId = await eventIdOf(ctx, id);
  const sale = (await salesOf(eventId)).find((each) => each.id === id);
  if (sale?.eventStatus !== "PUBLISHED") await requireVisibleEvent(ctx, eventId);
  return sale?.drawingVersion ? sale : undefined;
}

/** The caller's hold. Throws `not_found` (404) for another's, as for one that never was. */
export async function requireOwnHold(ctx: AppContext, id: HoldId): Promise<HoldRow> {
  const hold = ctx.actor.kind === "user" ? await findHold(ctx, id, ctx.actor.userId) : undefined;
  // An offer of the waiting list is no hold to its buyer before they accept it.
  if (!hold || hold.offered) throw platformErrors.not_found({ what: "hold" });
  return hold;
}

export async function viewHold(ctx: AppContext, hold: HoldRow) {
  const [now, order, seats] = await Promise.all([
    approximateNow(ctx.db),
    hold.checkedOut ? findOrderOfHold(ctx, hold.id) : undefined,
    chosenSeats(ctx, hold.seatIds),
  ]);
  return holdViewOf(hold, now, { order, seats });
}

/** A sale with what its holds will give back or keep. */
export interface SaleWithHolds extends Sale {
  /** Tickets in active holds; counted only while nothing is on sale, since the queue then waits for them. */
  readonly heldStock: number;
  /** Nothing is on sale, but the next hold frees the stock of holds that are past their time. */
  readonly stockDueBack: boolean;
}

/** The sale as it is now and what is held of it, exact and cheap. Throws `not_found` (404). */
export async function saleWithHoldsOf(
  ctx: AppContext,
  eventSessionId: EventSessionId,
): Promise<SaleWithHolds> {
  const sale = await saleOf(ctx, eventSessionId);
  if (sale.remainingStock > 0) return { ...sale, heldStock: 0, stockDueBack: false };
  const { remaining, ...held } = await heldOf(eventSessionId);
  return { ...withRemaining(sale, remaining ?? sale.remainingStock), ...held };
}

/** Whether tickets are in holds whose end puts them on sale, read in the caller's transaction. */
export const isHeldFromSale = async (ctx: AppContext, id: EventSessionId): Promise<boolean> =>
  (await countHeld(ctx, id)).heldStock > 0;

const heldReads = singleton("held-stock", () => createSingleFlight<Awaited<ReturnType<typeof countHeld>>>());

const heldOf = (id: EventSessionId) => heldReads.run(id, () => countHeld(createContext(), id));
