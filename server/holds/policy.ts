import type { EventSessionId } from "../catalog/contract.ts";
import { catalogErrors } from "../catalog/errors.ts";
import type { OrderEnding, OrderId } from "../orders/contract.ts";
import type { OrderState } from "../orders/machine.ts";
import { AppError, platformErrors } from "../platform/operation/errors.ts";
import type { Rate } from "../platform/redis/counters.ts";
import type { HeldSeat, SeatId } from "../seats/contract.ts";
import { seatErrors } from "../seats/errors.ts";
import type { BestAvailable, HoldEnding, HoldId } from "./contract.ts";
import { holdErrors } from "./errors.ts";
import type { HoldState } from "./machine.ts";

/**
 * The longest time that tickets may be off sale, from the start of the hold, while it is not known whether they were
 * paid. A provider charges an authorization within ten minutes or never, and an authorization follows the checkout.
 */
export const HOLD_MAX_SECONDS = 1200;

/** The counter of refused holds. */
export const HOLDS_REFUSED = "holds.refused";

/** This many times the usual rate is more than a busy day (docs/spec/operations.md#alerts). */
const UNUSUAL_TIMES = 3;
/** Fewer refusals say nothing. */
const SAMPLE_MIN = 20;

/** Whether holds are refused far more often than usual; without a usual rate they are not. */
export const isUnusual = ({ recent, usual }: Rate): boolean =>
  usual !== null && recent >= SAMPLE_MIN && recent > usual * UNUSUAL_TIMES;

/** What a buyer already holds or has bought of an event session. */
export interface BuyerShare {
  readonly holding: boolean;
  /** Tickets in the active hold and tickets bought. */
  readonly tickets: number;
}

export interface HoldRequest {
  readonly userId: string;
  readonly quantity: number;
  /** The seats that it wants, as many as its quantity; left out where it wants counted stock. */
  readonly seatIds?: readonly SeatId[] | undefined;
  /** The best seats, as many as its quantity. */
  readonly best?: BestAvailable | undefined;
  /** Why the buyer may not hold now, decided outside Postgres: not admitted, no Redis. */
  readonly refusal: AppError | null;
}

/** A seat that a request wants. */
export interface WantedSeat {
  readonly number: string;
  readonly isFree: boolean;
  /** Whether the house keeps it off sale. */
  readonly house: boolean;
}

interface SaleToAllocate {
  /** Tickets on sale now. */
  readonly remaining: number;
  readonly maxPerUser: number;
  /** Why nothing may be taken from the sale now, or null. */
  readonly refusal: AppError | null;
  /** Since when what remains is kept off sale; null where it is on sale. */
  readonly withheldAt?: Date | null;
  /** Of numbered seats, those that the requests want and the sale has; null for counted stock. */
  readonly seats: ReadonlyMap<SeatId, WantedSeat> | null;
  /** Chooses among its seats; null where they are of no seat map. */
  readonly chooser: SeatChooser | null;
}

/** Chooses among the seats that are free and not taken by requests before. */
export interface SeatChooser {
  /** The best ones; undefined where too few would do. */
  readonly choose: (wish: BestAvailable, taken: ReadonlySet<SeatId>) => readonly SeatId[] | undefined;
  /** How many would do. */
  readonly count: (wish: BestAvailable, taken: ReadonlySet<SeatId>) => number;
}

/**
 * Decides requests that arrived together, in the order they arrived: each sees what those before it took.
 * @param shares - by user id; a buyer who is missing has nothing
 * @returns for each request its seats, null for counted stock, or why it is refused
 */
export function allocate<R extends HoldRequest>(
  requests: readonly R[],
  sale: SaleToAllocate,
  shares: ReadonlyMap<string, BuyerShare>,
): Map<R, Allocated | AppError> {
  const current = new Map(shares);
  const taken = new Set<SeatId>();
  let left = sale.remaining;
  const outcomes = new Map<R, Allocated | AppError>();
  for (const request of requests) {
    const { userId, quantity } = request;
    const share = current.get(userId) ?? { holding: false, tickets: 0 };
    const outcome = outcomeOf(request, share, { ...sale, left, taken });
    outcomes.set(request, outcome);
    if (outcome instanceof AppError) continue;
    left -= quantity;
    for (const id of outcome.seatIds ?? []) taken.add(id);
    current.set(userId, { holding: true, tickets: share.tickets + quantity });
  }
  return outcomes;
}

interface Allocated {
  readonly seatIds: readonly SeatId[] | null;
}

/** What is left of a sale for the next request. */
interface Left extends SaleToAllocate {
  readonly left: number;
  readonly taken: ReadonlySet<SeatId>;
}

function outcomeOf(
  request: HoldRequest,
  { holding, tickets: have }: BuyerShare,
  sale: Left,
): Allocated | AppError {
  const { quantity: wanted, refusal } = request;
  const { maxPerUser: limit } = sale;
  if (sale.refusal) return sale.refusal;
  // This is checked first, since a hold spends its admission: a second try is refused for the hold, not the admission.
  if (holding) return holdErrors.duplicate_hold();
  if (refusal) return refusal;
  if (have + wanted > limit) return holdErrors.ticket_limit_exceeded({ limit, have, wanted });
  return ticketsOf(request, sale);
}

/** The seats of a request, or so many tickets of counted stock. */
function ticketsOf({ quantity: wanted, seatIds, best }: HoldRequest, sale: Left): Allocated | AppError {
  const { left, seats, taken, chooser } = sale;
  // Seats that are withheld are free, and yet no one may choose them.
  if (sale.withheldAt) return catalogErrors.insufficient_stock({ wanted, left: 0 });
  if (best) {
    if (!chooser) return seatErrors.no_seat_map();
    const chosen = chooser.choose(best, taken);
    return chosen
      ? { seatIds: chosen }
      : catalogErrors.insufficient_stock({ wanted, left: chooser.count(best, taken) });
  }
  if (seats && seatIds) return seatRefusal(seatIds, seats, taken) ?? { seatIds };
  if (seats) return seatErrors.seats_wanted();
  if (seatIds) return seatErrors.no_seats();
  return wanted > left ? catalogErrors.insufficient_stock({ wanted, left }) : { seatIds: null };
}

/** Why not all of these seats can be taken, or null. */
export function seatRefusal(
  ids: readonly SeatId[],
  seats: ReadonlyMap<SeatId, WantedSeat>,
  taken: ReadonlySet<SeatId>,
): AppError | null {
  const found = ids.flatMap((id) => {
    const seat = seats.get(id);
    return seat ? [{ id, ...seat }] : [];
  });
  if (found.length < ids.length) return platformErrors.not_found({ what: "seat" });
  const blocked = found.filter(({ house }) => house);
  if (blocked.length > 0) return seatErrors.seat_blocked(named(blocked));
  const lost = found.filter(({ id, isFree }) => !isFree || taken.has(id));
  return lost.length > 0 ? seatErrors.seat_taken(named(lost)) : null;
}

const named = (seats: readonly { readonly id: SeatId; readonly number: string }[]) => ({
  seatIds: seats.map(({ id }) => id).join(","),
  numbers: seats.map(({ number }) => number).join(", "),
});

/** The order of a hold: why it ended, if it did, and the state of the order that replaced it, if one did. */
interface OrderOfHold {
  readonly endReason: string | null;
  readonly replacedBy: OrderState | null;
}

/** How a hold ended, or null while it is active. Its sold tickets belong to its buyer in every state. */
export function endingOf(
  status: HoldState,
  { sold, order }: { readonly sold: boolean; readonly order: OrderOfHold | undefined },
): HoldEnding | null {
  const replacedBy = order?.replacedBy ?? null;
  if (replacedBy === "cancelled") return "cancelled";
  if (sold || replacedBy !== null) return "paid";
  if (status === "CONFIRMED") return "cancelled";
  if (order?.endReason === ("payment_declined" satisfies OrderEnding)) return "payment_failed";
  if (status === "RELEASED") return "returned";
  return status === "EXPIRED" ? "expired" : null;
}

/** The state that a buyer sees: a hold past its time is over, whether or not its stock was freed yet. */
export const statusOf = <S extends string>(
  hold: { readonly state: S; readonly expiresAt: Date },
  now: Date,
) => (hold.state === "ACTIVE" && hold.expiresAt <= now ? ("EXPIRED" as const) : hold.state);

interface WithHold {
  /** The order that it went to the checkout with, if it did. */
  readonly order?:
    | (OrderOfHold & { readonly id: OrderId; readonly replacedById: OrderId | null })
    | undefined;
  /** Its seats; none for counted stock. */
  readonly seats?: readonly HeldSeat[];
}

/** A hold as its buyer sees it. */
export function holdViewOf(
  hold: {
    readonly id: HoldId;
    readonly eventSessionId: EventSessionId;
    readonly quantity: number;
    readonly state: HoldState;
    readonly expiresAt: Date;
    readonly sold: boolean;
  },
  now: Date,
  { order, seats = [] }: WithHold = {},
) {
  const { id: holdId, eventSessionId: sessionId, quantity, expiresAt, sold } = hold;
  const status = statusOf(hold, now);
  const ending = endingOf(status, { sold, order });
  return {
    ...{ holdId, sessionId, quantity, seats: [...seats], status, expiresAt, ending },
    orderId: order?.replacedById ?? order?.id ?? null,
  };
}

/** How many tickets of each event session holds have, in the order in which every transaction locks event sessions. */
export function stockOf(
  holds: readonly { readonly eventSessionId: EventSessionId; readonly quantity: number }[],
) {
  const quantities = new Map<EventSessionId, number>();
  for (const { eventSessionId, quantity } of holds)
    quantities.set(eventSessionId, (quantities.get(eventSessionId) ?? 0) + quantity);
  return [...quantities]
    .map(([eventSessionId, quantity]) => ({ eventSessionId, quantity }))
    .sort((a, b) => (a.eventSessionId < b.eventSessionId ? -1 : 1));
}
