import type { z } from "zod";
import type { Actor } from "../platform/operation/context.ts";
import { type AppError, platformErrors } from "../platform/operation/errors.ts";
import { inventoryMachine } from "../seats/machine.ts";
import { usualDeadline } from "../terms/queries.ts";
import { Change, type CreateEventSession, type EventSessionId } from "./contract.ts";
import { catalogErrors } from "./errors.ts";
import {
  type CloseCause,
  DATE_RULES,
  type DateRule,
  type InventoryLevel,
  type SaleStatus,
} from "./values.ts";

/** HIGH at half or more left, MID at a fifth or more, LOW below, SOLDOUT at none. */
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
  readonly cancelledAt: Date | null;
}

/** The status of a sale, by whether the event is published, the operator's setting, the two times and the stock. */
export function saleStatusOf(sale: SaleWindow & { readonly remaining: number }, now: Date): SaleStatus {
  if (closedBecauseOf(sale, now)) return "CLOSED";
  if (sale.salesOverride !== "OPEN" && now < sale.salesOpenAt) return "SCHEDULED";
  return sale.remaining > 0 ? "OPEN" : "SOLDOUT";
}

/** Why sales are closed, or null where they are not. Only what an operator stopped may go on. */
export function closedBecauseOf(sale: SaleWindow, now: Date): CloseCause | null {
  if (sale.cancelledAt) return "CANCELLED";
  if (sale.eventStatus !== "PUBLISHED") return "WITHDRAWN";
  const isOver = now >= sale.salesCloseAt;
  if (sale.salesOverride === "CLOSED") return isOver ? "OVER" : "PAUSED";
  return sale.salesOverride !== "OPEN" && isOver ? "OVER" : null;
}

/** Why nothing may be taken from a sale now, or null. Too little stock is decided with the quantity. */
export function saleRefusal(sale: SaleWindow & { readonly remaining: number }, now: Date): AppError | null {
  const cause = closedBecauseOf(sale, now);
  if (cause) return CLOSED[cause]();
  return saleStatusOf(sale, now) === "SCHEDULED"
    ? catalogErrors.sales_not_open({ opensAt: sale.salesOpenAt.toISOString() })
    : null;
}

const CLOSED = {
  PAUSED: catalogErrors.sales_paused,
  OVER: catalogErrors.sales_closed,
  WITHDRAWN: catalogErrors.event_withdrawn,
  CANCELLED: catalogErrors.session_cancelled,
} as const satisfies Record<CloseCause, () => AppError>;

/** Whether people may buy at this price already: a sale that is open or that was opened, of an event that is shown. */
export const isPriceShown = (sale: SaleWindow, now: Date): boolean =>
  sale.eventStatus !== "DRAFT" && (sale.salesOverride === "OPEN" || now >= sale.salesOpenAt);

/** The history row of counted stock that comes on sale for the first time. */
export const stockBirth = (entityId: EventSessionId, quantity: number, reason: "created" | "restocked") => ({
  ...{ entity: inventoryMachine.name, entityId, from: null, to: inventoryMachine.initial, reason },
  metadata: { quantity },
});

/** What the audit log says of a new event session's stock. */
export const stockRecord = ({
  totalStock,
  seats,
  seatMap,
}: Pick<z.output<typeof CreateEventSession>, "totalStock" | "seats" | "seatMap">) => {
  if (seatMap) return { seatMapId: seatMap.seatMapId };
  return seats ? { seats: seats.length } : { totalStock };
};

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** How long buyers can cancel at the least, from when they can buy. */
const CANCEL_MS_MIN = HOUR_MS / 2;
const AHEAD_MS_MAX = 20 * 365 * DAY_MS;
const OPENED_MS_MAX = 30 * DAY_MS;
/** How long before an earlier start anyone who has tickets must be able to read of it. */
const NOTICE_MS_MIN = DAY_MS;
/** How long anyone who has tickets can give them back after another start, title or place, at the least. */
export const RECONSIDER_DAYS_MIN = 3;
/** The most changes of one event or event session in an hour that notify buyers. */
export const CHANGES_PER_HOUR_MAX = 5;

/** What an organizer decides about when an event session is and is sold. */
export interface Dates {
  readonly startsAt: Date;
  readonly salesOpenAt: Date;
  readonly salesCloseAt: Date;
  readonly cancelDeadlineAt: Date;
}

const cancelDeadlineMin = (
  { salesOpenAt, startsAt }: Pick<Dates, "salesOpenAt" | "startsAt">,
  now: Date,
): number => Math.min(startsAt.getTime(), Math.max(salesOpenAt.getTime(), now.getTime()) + CANCEL_MS_MIN);

/**
 * Tickets can be given back as long as is usual unless the organizer says otherwise; of a sale that opens later than that,
 * until the start.
 */
export function defaultCancelDeadline(dates: Pick<Dates, "salesOpenAt" | "startsAt">, now: Date): Date {
  const usual = usualDeadline(dates.startsAt);
  return usual.getTime() >= cancelDeadlineMin(dates, now) ? usual : dates.startsAt;
}

function refuseDate(path: keyof Dates, rule: DateRule): never {
  throw platformErrors.invalid_argument({ path, rule, problem: DATE_RULES[rule] });
}

/**
 * Dates that no buyer could want are refused: a sale that is over, an opening or a start that is a slip of the year, a
 * cancel deadline before anybody can cancel or after the start.
 * @param changed - what is decided now; what was decided before is not judged by today's clock
 * @throws `invalid_argument` (400) with the field and the rule
 */
export function requireDates(
  dates: Dates,
  now: Date,
  changed: (field: keyof Dates) => boolean = () => true,
): void {
  const { startsAt, salesOpenAt, salesCloseAt, cancelDeadlineAt } = dates;
  const at = now.getTime();
  if (salesOpenAt >= salesCloseAt) refuseDate("salesCloseAt", "closes_before_opening");
  if (salesCloseAt > startsAt) refuseDate("startsAt", "starts_before_closing");
  if (changed("salesCloseAt") && salesCloseAt <= now) refuseDate("salesCloseAt", "closes_in_past");
  if (changed("salesOpenAt") && salesOpenAt.getTime() < at - OPENED_MS_MAX)
    refuseDate("salesOpenAt", "opens_long_ago");
  if (changed("startsAt") && startsAt.getTime() > at + AHEAD_MS_MAX) refuseDate("startsAt", "starts_too_far");
  if (!changed("cancelDeadlineAt")) return;
  if (cancelDeadlineAt > startsAt) refuseDate("cancelDeadlineAt", "deadline_after_start");
  if (cancelDeadlineAt.getTime() < cancelDeadlineMin(dates, now))
    refuseDate("cancelDeadlineAt", "deadline_too_early");
}

interface DatesBefore extends Dates {
  /** Whether someone holds tickets, is paying for them or has bought them. */
  readonly isPromised: boolean;
}

/**
 * The dates of an event session after a change. If no tickets are taken, the rules are those of new dates. Otherwise an
 * earlier start has to be known a day ahead, and buyers may return tickets until the new start, for at least three days
 * and for no shorter time than before.
 * @throws `invalid_argument` (400) with the field and the rule
 */
export function changedDates(before: DatesBefore, wanted: Partial<Dates>, now: Date): Dates {
  const after = { ...datesOf(before), ...wanted };
  const moved = (field: keyof Dates) => after[field].getTime() !== before[field].getTime();
  if (moved("salesOpenAt") && now >= before.salesOpenAt) refuseDate("salesOpenAt", "sales_have_opened");
  if (moved("startsAt") && now >= before.startsAt) refuseDate("startsAt", "has_started");
  if (!before.isPromised) {
    if (moved("startsAt") && !wanted.cancelDeadlineAt)
      after.cancelDeadlineAt = defaultCancelDeadline(after, now);
    requireDates(after, now, moved);
    return after;
  }
  if (after.startsAt < before.startsAt && after.startsAt.getTime() < now.getTime() + NOTICE_MS_MIN)
    refuseDate("startsAt", "start_without_notice");
  if (after.cancelDeadlineAt < before.cancelDeadlineAt) refuseDate("cancelDeadlineAt", "deadline_shortened");
  requireDates(after, now, moved);
  const deadlines = [after.cancelDeadlineAt.getTime()];
  if (moved("startsAt"))
    deadlines.push(after.startsAt.getTime(), now.getTime() + RECONSIDER_DAYS_MIN * DAY_MS);
  return { ...after, cancelDeadlineAt: new Date(Math.max(...deadlines)) };
}

const datesOf = ({ startsAt, salesOpenAt, salesCloseAt, cancelDeadlineAt }: Dates): Dates => ({
  ...{ startsAt, salesOpenAt, salesCloseAt, cancelDeadlineAt },
});

/** How the audit log names a change of what people have tickets for. */
export const CHANGED = {
  event: "catalog.event-changed",
  eventSession: "catalog.event-session-changed",
} as const;

/** What was changed about an event or an event session, as the audit log has it: `oldVenue`, `newVenue`. */
export interface ChangeRecord {
  readonly at: Date;
  readonly meta: Readonly<Record<string, unknown>> | null;
}

/** What is other than it was at a moment, of changes in the order in which they were made. */
export function changesSince(records: readonly ChangeRecord[], since: Date): Change[] {
  const changes = new Map<string, Change>();
  for (const { at, meta } of records) {
    if (at <= since) continue;
    for (const field of Change.shape.field.options) {
      const name = `${field[0]?.toUpperCase()}${field.slice(1)}`;
      const [from, to] = [meta?.[`old${name}`], meta?.[`new${name}`]];
      if (typeof from === "string" && typeof to === "string" && from !== to)
        changes.set(field, { field, from: changes.get(field)?.from ?? from, to });
    }
  }
  return [...changes.values()].filter(({ from, to }) => from !== to);
}

const owns = (actor: Actor, event: { readonly ownerId: string }): boolean =>
  actor.kind === "user" && (actor.role === "ADMIN" || actor.userId === event.ownerId);

/**
 * The event, where this person may see it: a draft is shown to its owner and to admins alone.
 * @throws `not_found` (404)
 */
export function requireVisible<E extends { readonly ownerId: string; readonly status: string }>(
  actor: Actor,
  event: E | undefined,
): E {
  if (!event || (event.status === "DRAFT" && !owns(actor, event)))
    throw platformErrors.not_found({ what: "event" });
  return event;
}

/**
 * Refuses a change of what someone else has changed since the caller read it.
 * @param readUpdatedAt - undefined if the caller changes it unconditionally
 * @throws `changed_meanwhile` (409)
 */
export function requireUnchanged({ updatedAt }: { readonly updatedAt: Date }, readUpdatedAt?: Date): void {
  if (readUpdatedAt && readUpdatedAt.getTime() !== updatedAt.getTime())
    throw platformErrors.changed_meanwhile({ at: updatedAt.toISOString() });
}

/**
 * The event, where this person may change it: an admin changes every event, a seller their own.
 * @throws `not_found` (404) for all others, so that a draft is not given away
 */
export function requireManager<E extends { readonly ownerId: string }>(
  actor: Actor,
  event: E | undefined,
): E {
  const sells = actor.kind === "user" && actor.role !== "USER";
  if (!event || !sells || !owns(actor, event)) throw platformErrors.not_found({ what: "event" });
  return event;
}
