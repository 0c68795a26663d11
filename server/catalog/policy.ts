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

/** Tickets can be given back until a day before the doors, unless the organizer says otherwise. */
export const defaultCancelDeadline = (startsAt: Date): Date => new Date(startsAt.getTime() - 24 * 3_600_000);

/** An admin manages every event, a seller their own; to others a hidden event does not exist. */
export function requireManager(actor: Actor, event: { readonly ownerId: string } | undefined) {
  const manages =
    actor.kind === "user" &&
    (actor.role === "ADMIN" || (actor.role === "SELLER" && actor.userId === event?.ownerId));
  if (!event || !manages) throw platformErrors.not_found({ what: "event" });
}
