export const EVENT_STATUSES = ["DRAFT", "PUBLISHED", "ARCHIVED"] as const;
export const SALE_STATUSES = ["SCHEDULED", "OPEN", "SOLDOUT", "CLOSED"] as const;
export const INVENTORY_LEVELS = ["HIGH", "MID", "LOW", "SOLDOUT"] as const;
/**
 * Why a closed sale is closed: an operator stopped it and may let it go on, its time is over, its event is not shown, or
 * its event session was cancelled.
 */
export const CLOSE_CAUSES = ["PAUSED", "OVER", "WITHDRAWN", "CANCELLED"] as const;
export type CloseCause = (typeof CLOSE_CAUSES)[number];
export type SaleStatus = (typeof SALE_STATUSES)[number];
export type InventoryLevel = (typeof INVENTORY_LEVELS)[number];

/** A day: festivals take that long. */
export const RUNNING_MINUTES_MAX = 1440;
export const DOORS_MINUTES_MAX = 1440;
export const AGE_RATING_MAX = 99;

export const DESCRIPTION_LENGTH_MAX = 5000;

/** Tickets of one event session, those that came later included. */
export const STOCK_MAX = 1_000_000;

export const SEARCH_LENGTH_MAX = 120;

/** Why a date is refused; the catalogue has a sentence for each. */
export const DATE_RULES = {
  closes_before_opening: "must be after salesOpenAt",
  starts_before_closing: "must not be before salesCloseAt",
  closes_in_past: "must lie ahead",
  opens_long_ago: "lies more than thirty days back",
  starts_too_far: "lies more than twenty years ahead",
  deadline_after_start: "must not be after startsAt",
  deadline_too_early: "must leave buyers half an hour from when they can buy, or until startsAt",
  sales_have_opened: "cannot change once sales have opened: close them instead",
  has_started: "cannot change once the event session has started",
  start_without_notice: "must leave those who have tickets a day to read of it",
  deadline_shortened: "must not be earlier than what those who have tickets were promised",
} as const;
export type DateRule = keyof typeof DATE_RULES;
