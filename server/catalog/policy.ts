import type { Actor } from "../platform/context.ts";
import { type AppError, platformErrors } from "../platform/errors.ts";
import type { CloseCause, EventSessionId, InventoryLevel, SaleStatus } from "./contract.ts";
import { catalogErrors } from "./errors.ts";
import { inventoryMachine } from "./machine.ts";

/** HIGH at half or more left, MID at a fifth or more, LOW below, SOLDOUT at none (SPEC 2). */
export function levelOf(stock: { remaining: number; total: number }): InventoryLevel {
  if (stock.remaining <= 0) return "SOLDOUT";
  const left = stock.remaining / stock.total;
  if (left >= 0.5) return "HIGH";
  return left >= 0.2 ? "MID" : "LOW";
}

interface SaleWindow {
  readonly eventStatus: "DRAFT" | "PUBLISHED" | "ARCHIVED";
  readonly salesOpenAt: Date;
  readonly salesCloseAt: Date;
  readonly salesOverride: "OPEN" | "CLOSED" | null;
}

/** Where a sale stands: nothing is sold of a hidden event; then an operator's word, the two times, the stock. */
export function saleStatusOf(sale: SaleWindow & { readonly remaining: number }, now: Date): SaleStatus {
  if (closedBecauseOf(sale, now)) return "CLOSED";
  if (sale.salesOverride !== "OPEN" && now < sale.salesOpenAt) return "SCHEDULED";
  return sale.remaining > 0 ? "OPEN" : "SOLDOUT";
}

/** Why sales are closed, or null where they are not. Only what an operator stopped may go on. */
export function closedBecauseOf(sale: SaleWindow, now: Date): CloseCause | null {
  if (sale.eventStatus !== "PUBLISHED") return "WITHDRAWN";
  const isOver = now >= sale.salesCloseAt;
  if (sale.salesOverride === "CLOSED") return isOver ? "OVER" : "PAUSED";
  return sale.salesOverride !== "OPEN" && isOver ? "OVER" : null;
}

/** Why nothing may be taken from this sale now, or null. Too little stock is decided with the quantity. */
export function saleRefusal(sale: {
  readonly status: SaleStatus;
  readonly closedBecause: CloseCause | null;
  readonly salesOpenAt: Date;
}): AppError | null {
  if (sale.closedBecause) return CLOSED[sale.closedBecause]();
  return sale.status === "SCHEDULED"
    ? catalogErrors.sales_not_open({ opensAt: sale.salesOpenAt.toISOString() })
    : null;
}

const CLOSED = {
  PAUSED: catalogErrors.sales_paused,
  OVER: catalogErrors.sales_closed,
  WITHDRAWN: catalogErrors.event_withdrawn,
} as const satisfies Record<CloseCause, () => AppError>;

/** The history row of counted stock that comes on sale for the first time. */
export const stockBirth = (entityId: EventSessionId, quantity: number, reason: "created" | "restocked") => ({
  ...{ entity: inventoryMachine.name, entityId, from: null, to: inventoryMachine.initial, reason },
  metadata: { quantity },
});

const HOUR_MS = 3_600_000;
/** How long buyers can cancel at the least, from when they can buy. */
const CANCEL_MS_MIN = HOUR_MS / 2;
const AHEAD_MS_MAX = 20 * 365 * 24 * HOUR_MS;

interface Dates {
  readonly startsAt: Date;
  readonly salesOpenAt: Date;
  readonly salesCloseAt: Date;
}

const cancelDeadlineMin = ({ salesOpenAt, startsAt }: Dates, now: Date): number =>
  Math.min(startsAt.getTime(), Math.max(salesOpenAt.getTime(), now.getTime()) + CANCEL_MS_MIN);

/**
 * Tickets can be given back until a day before the start unless the organizer says otherwise; of a sale that opens
 * later than that, until the start.
 */
export function defaultCancelDeadline(dates: Dates, now: Date): Date {
  const dayBefore = new Date(dates.startsAt.getTime() - 24 * HOUR_MS);
  return dayBefore.getTime() >= cancelDeadlineMin(dates, now) ? dayBefore : dates.startsAt;
}

/**
 * Dates that no buyer could want are refused: a sale that is over, a start that is a slip of the year, a cancel deadline
 * before anybody can cancel or after the start.
 * @throws `invalid_argument` (400) with the field
 */
export function requireDates(dates: Dates & { readonly cancelDeadlineAt: Date }, now: Date): void {
  const { startsAt, salesCloseAt, cancelDeadlineAt } = dates;
  const problems = {
    salesCloseAt: salesCloseAt <= now && "must lie ahead",
    startsAt: startsAt.getTime() > now.getTime() + AHEAD_MS_MAX && "lies more than twenty years ahead",
    cancelDeadlineAt:
      (cancelDeadlineAt > startsAt && "must not be after startsAt") ||
      (cancelDeadlineAt.getTime() < cancelDeadlineMin(dates, now) &&
        "must leave buyers half an hour from when they can buy, or until startsAt"),
  };
  for (const [field, problem] of Object.entries(problems))
    if (problem) throw platformErrors.invalid_argument({ path: field, problem });
}

/** An admin manages every event, a seller their own; to others a hidden event does not exist. */
export function requireManager(actor: Actor, event: { readonly ownerId: string } | undefined) {
  const manages =
    actor.kind === "user" &&
    (actor.role === "ADMIN" || (actor.role === "SELLER" && actor.userId === event?.ownerId));
  if (!event || !manages) throw platformErrors.not_found({ what: "event" });
}
