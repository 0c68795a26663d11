import type { EventSessionId } from "../catalog/contract.ts";
import { catalogErrors } from "../catalog/errors.ts";
import type { OrderEnding, OrderId } from "../orders/contract.ts";
import type { OrderState } from "../orders/machine.ts";
import type { AppError } from "../platform/operation/errors.ts";
import type { Rate } from "../platform/redis/counters.ts";
import type { HoldEnding, HoldId } from "./contract.ts";
import { holdErrors } from "./errors.ts";
import type { HoldState } from "./machine.ts";

/** How long tickets are off sale for a buyer who has not gone to the checkout (docs/spec/purchase.md#holds). */
export const HOLD_SECONDS = 120;

/** How long from the checkout on; a hold is extended once (docs/spec/purchase.md#checkout). */
export const CHECKOUT_SECONDS = 300;

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
  /** Why the buyer may not hold now, decided outside Postgres: not admitted, no Redis. */
  readonly refusal: AppError | null;
}

/**
 * Decides requests that arrived together, in the order they arrived: each sees what those before it took.
 * @param sale.remaining - tickets on sale now
 * @param sale.refusal - why nothing may be taken from the sale now, or null
 * @param shares - by user id; a buyer who is missing has nothing
 * @returns the refusals by request; a request that is not in it gets its tickets
 */
export function allocate<R extends HoldRequest>(
  requests: readonly R[],
  sale: { readonly remaining: number; readonly maxPerUser: number; readonly refusal: AppError | null },
  shares: ReadonlyMap<string, BuyerShare>,
): Map<R, AppError> {
  const current = new Map(shares);
  let left = sale.remaining;
  const refusals = new Map<R, AppError>();
  for (const request of requests) {
    const { userId, quantity } = request;
    const share = current.get(userId) ?? { holding: false, tickets: 0 };
    const refusal = sale.refusal ?? refusalOf(request, share, { left, limit: sale.maxPerUser });
    if (refusal) refusals.set(request, refusal);
    else {
      left -= quantity;
      current.set(userId, { holding: true, tickets: share.tickets + quantity });
    }
  }
  return refusals;
}

function refusalOf(
  { quantity: wanted, refusal }: HoldRequest,
  { holding, tickets: have }: BuyerShare,
  { left, limit }: { readonly left: number; readonly limit: number },
): AppError | null {
  // This is checked first, since a hold spends its admission: a second try is refused for the hold, not the admission.
  if (holding) return holdErrors.duplicate_hold();
  if (refusal) return refusal;
  if (have + wanted > limit) return holdErrors.ticket_limit_exceeded({ limit, have, wanted });
  return wanted > left ? catalogErrors.insufficient_stock({ wanted, left }) : null;
}

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

/**
 * A hold as its buyer sees it.
 * @param order - the order that it went to the checkout with, if it did
 */
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
  order?: OrderOfHold & { readonly id: OrderId; readonly replacedById: OrderId | null },
) {
  const { id: holdId, eventSessionId: sessionId, quantity, expiresAt, sold } = hold;
  const status = statusOf(hold, now);
  const ending = endingOf(status, { sold, order });
  return {
    ...{ holdId, sessionId, quantity, status, expiresAt, ending },
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
