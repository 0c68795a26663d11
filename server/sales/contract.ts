import { z } from "zod";
import { eventId, eventSessionId } from "../catalog/contract.ts";
import { CLOSE_CAUSES, INVENTORY_LEVELS, SALE_STATUSES } from "../catalog/values.ts";
import { instantOut } from "../platform/values/text.ts";
import { RELEASE_POLICIES } from "../release/values.ts";
import { WaitlistFigures } from "../waitlist/contract.ts";
import { HISTORY_RANGES } from "./values.ts";

const QueueFigures = z.object({
  waiting: z.int(),
  /** People who are let in and have not held tickets yet. */
  admitted: z.int(),
  /** Numbers given since the queue began. */
  issued: z.int(),
  /** People let in since the queue began. */
  entries: z.int(),
});
export type QueueFigures = z.output<typeof QueueFigures>;

/** The figures of a sale: its tickets and the people in its queue. */
export const SaleFigures = z.object({
  eventSessionId,
  eventId,
  title: z.string(),
  startsAt: instantOut,
  salesOpenAt: instantOut,
  salesCloseAt: instantOut,
  status: z.enum(SALE_STATUSES),
  closedBecause: z.enum(CLOSE_CAUSES).nullable(),
  level: z.enum(INVENTORY_LEVELS),
  admissionPaused: z.boolean(),
  total: z.int(),
  remaining: z.int(),
  /** Tickets that are neither held nor sold and yet not on sale: for the waiting list, or until an announced time. */
  withheld: z.int(),
  /** Tickets in holds whose buyer has not gone to the checkout. */
  held: z.int(),
  /** Tickets in holds whose buyer is paying. */
  paying: z.int(),
  sold: z.int(),
  /** Null where Redis could not say: that is not the same as an empty queue. */
  queue: QueueFigures.nullable(),
});
export type SaleFigures = z.output<typeof SaleFigures>;

export const SalesNow = z.object({
  /** When the figures were read, by the database's clock. */
  at: instantOut,
  sales: z.array(SaleFigures),
  /** Payments of every sale of which it is not known whether money moved, and since when the oldest of them. */
  unknownPayments: z.object({ count: z.int(), oldestSince: instantOut.nullable() }),
});
export type SalesNow = z.output<typeof SalesNow>;

/** How fast a sale moves, each a minute. */
export const SaleRates = z.object({ joined: z.int().nullable(), letIn: z.int().nullable(), sold: z.int() });

export const SaleDetail = z.object({
  at: instantOut,
  sale: SaleFigures,
  price: z.int(),
  maxPerUser: z.int(),
  line: z.object({ admitLimit: z.int(), admitRatePerSecond: z.int(), maxLength: z.int() }),
  /** Against the sample of a minute ago; null where there is none yet. */
  perMinute: SaleRates.nullable(),
  release: z.object({ policy: z.enum(RELEASE_POLICIES), waitlist: WaitlistFigures }),
  /** Payments that ended in the last five minutes. */
  payments: z.object({ completed: z.int(), failed: z.int() }),
  unknownPayments: z.object({ count: z.int(), oldestSince: instantOut.nullable() }),
  /** Tickets in active holds and sold ones beyond what there is, as the holds have them; never above zero. */
  oversold: z.int(),
});
export type SaleDetail = z.output<typeof SaleDetail>;
export const SaleHistoryInput = z.strictObject({ eventSessionId, range: z.enum(HISTORY_RANGES) });

export const SaleSample = z.object({
  at: instantOut,
  remaining: z.int(),
  held: z.int(),
  paying: z.int(),
  sold: z.int(),
  waiting: z.int().nullable(),
  entries: z.int().nullable(),
});
export type SaleSample = z.output<typeof SaleSample>;
