import { z } from "zod";
import { viewOffer } from "../delivery/queries.ts";
import { approximateNow } from "../platform/database/clock.ts";
import { anyone, role } from "../platform/operation/allow.ts";
import { auditOf } from "../platform/operation/audit.ts";
import { defineQuery } from "../platform/operation/command.ts";
import type { AppContext } from "../platform/operation/context.ts";
import { platformErrors } from "../platform/operation/errors.ts";
import { viewPoster } from "../posters/queries.ts";
import { viewRelease } from "../release/queries.ts";
import { viewTerms } from "../terms/queries.ts";
import {
  type Change,
  EventCard,
  type EventId,
  EventInput,
  type EventSessionId,
  EventSessionInput,
  EventSessionView,
  EventView,
  ListEvents,
  ListManagedEvents,
  ManagedEvent,
  ManagedEventRow,
} from "./contract.ts";
import { countStockOf, findEvent, findEvents, findPublishedEvents } from "./events.store.ts";
import {
  CHANGED,
  changesSince,
  closedBecauseOf,
  levelOf,
  requireManager,
  requireVisible,
  saleRefusal,
  saleStatusOf,
} from "./policy.ts";
import { eventIdOf, salesOf } from "./sales.store.ts";
import { findSalesOfEvent, findTerms, type SaleRow } from "./store.ts";

export const listEvents = defineQuery({
  id: "catalog.list-events",
  summary: "A page of the published events, the newest first. Fewer than asked for are the last ones.",
  allow: anyone,
  input: ListEvents,
  output: z.array(EventCard),
  async run(ctx, page) {
    const events = await findPublishedEvents(ctx, page);
    return Promise.all(
      events.map(async (event) => ({ ...viewEvent(event), ...(await nextSaleOf(ctx, event.id)) })),
    );
  },
});

export const getEvent = defineQuery({
  id: "catalog.get-event",
  summary: "One event. A draft is shown to its owner and to admins only.",
  allow: anyone,
  input: EventInput,
  output: EventView,
  run: (ctx, { eventId }) => requireVisibleEvent(ctx, eventId),
});

export const listManagedEvents = defineQuery({
  id: "catalog.list-managed-events",
  summary:
    "A page of the events that the caller runs, the newest first: an admin's are all, a seller's their own.",
  allow: role("ADMIN", "SELLER"),
  input: ListManagedEvents,
  output: z.array(ManagedEventRow),
  async run(ctx, filter) {
    const ownerId = ctx.actor.role === "ADMIN" ? undefined : ctx.actor.userId;
    const events = await findEvents(ctx, { ...filter, ownerId });
    const counted = await countStockOf(
      ctx,
      events.map(({ id }) => id),
    );
    const stockOf = new Map(counted.map((stock) => [stock.eventId, stock]));
    const none = { eventSessionCount: 0, totalStock: 0, takenStock: 0 };
    return Promise.all(
      events.map(async (event) => ({
        ...event,
        ...(stockOf.get(event.id) ?? none),
        ...(await nextSaleOf(ctx, event.id)),
      })),
    );
  },
});

export const getManagedEvent = defineQuery({
  id: "catalog.get-managed-event",
  summary: "An event with its event sessions and their settings, as those who run it see it.",
  allow: role("ADMIN", "SELLER"),
  input: EventInput,
  output: ManagedEvent,
  async run(ctx, { eventId }) {
    const event = requireManager(ctx.actor, await findEvent(ctx, eventId));
    const sales = await findSalesOfEvent(ctx, eventId);
    const eventSessions = await Promise.all(sales.map((sale) => viewManagedSale(ctx, sale)));
    return { ...viewEvent(event), eventSessions };
  },
});

export const listEventSessions = defineQuery({
  id: "catalog.list-event-sessions",
  summary: "The event's event sessions with their stock, exact after every commit.",
  allow: anyone,
  input: EventInput,
  output: z.array(EventSessionView),
  async run(ctx, { eventId }) {
    const sales = await salesOf(eventId);
    if (sales[0]?.eventStatus !== "PUBLISHED") await requireVisibleEvent(ctx, eventId);
    return Promise.all(sales.map((sale) => viewSale(ctx, sale)));
  },
});

export const getEventSession = defineQuery({
  id: "catalog.get-event-session",
  summary: "One event session with its event and stock.",
  allow: anyone,
  input: EventSessionInput,
  output: EventSessionView.extend({ event: EventView }),
  async run(ctx, { eventSessionId }) {
    const sale = await currentSale(ctx, eventSessionId);
    return { ...(await viewSale(ctx, sale)), event: await requireVisibleEvent(ctx, sale.eventId) };
  },
});

/** What others must know of a sale. */
export type Sale = Readonly<Awaited<ReturnType<typeof saleOf>>>;

/** The sale as it is now, exact and cheap. Throws `not_found` (404). */
export async function saleOf(ctx: AppContext, eventSessionId: EventSessionId) {
  const sale = await currentSale(ctx, eventSessionId);
  const now = await approximateNow(ctx.db);
  return {
    eventSessionId,
    eventId: sale.eventId,
    status: saleStatusOf(sale, now),
    closedBecause: closedBecauseOf(sale, now),
    refusal: saleRefusal(sale, now),
    totalStock: sale.total,
    remainingStock: sale.remaining,
    level: levelOf(sale),
    maxPerUser: sale.maxPerUser,
    queue: { ...queueOf(sale), admissionPaused: sale.admissionPaused },
  };
}

/** The sale with so many tickets left, where they were counted after it was read. */
export const withRemaining = (sale: Sale, remainingStock: number): Sale => ({
  ...sale,
  remainingStock,
  level: levelOf({ remaining: remainingStock, total: sale.totalStock }),
  status: sale.status === "SOLDOUT" && remainingStock > 0 ? "OPEN" : sale.status,
});

/** What a buyer agreed to, read in the caller's transaction: price, start, cancel deadline and fees, and what time it is. */
export async function termsOf(ctx: AppContext, id: EventSessionId) {
  const terms = await findTerms(ctx, id);
  if (!terms) throw platformErrors.not_found({ what: "event session" });
  return terms;
}

/**
 * What has changed about events and event sessions since each of these people came to have tickets: the title, the
 * place, the start. In the order of `bought`.
 */
export async function changesFor(
  ctx: AppContext,
  bought: readonly {
    readonly eventId: EventId;
    readonly eventSessionId: EventSessionId;
    readonly since: Date;
  }[],
): Promise<Change[][]> {
  const targets = new Set(bought.flatMap(({ eventId, eventSessionId }) => [eventId, eventSessionId]));
  const records = await auditOf(ctx, Object.values(CHANGED), [...targets]);
  return bought.map(({ eventId, eventSessionId, since }) =>
    changesSince(
      records.filter(({ target }) => target === eventId || target === eventSessionId),
      since,
    ),
  );
}

/** When and why an event session was cancelled, as clients see it. */
export const cancellationOf = ({
  cancelledAt,
  cancelReason,
}: Pick<SaleRow, "cancelledAt" | "cancelReason">) =>
  cancelledAt && { at: cancelledAt, reason: cancelReason ?? "" };

/** An event session as clients see it, with level and status as of now. Throws `not_found` without a row. */
export async function viewSale(ctx: AppContext, sale: SaleRow | undefined) {
  if (!sale) throw platformErrors.not_found({ what: "event session" });
  const { id, startsAt, salesOpenAt, salesCloseAt, cancelDeadlineAt, maxPerUser, movedFromAt } = sale;
  const now = await approximateNow(ctx.db);
  return {
    ...{ id, startsAt, salesOpenAt, salesCloseAt, cancelDeadlineAt, maxPerUser, movedFromAt },
    ...{ cancellation: cancellationOf(sale), delivery: viewOffer(sale), terms: viewTerms(sale, now) },
    ...{ price: sale.priceKrw, seated: sale.seated, drawingVersion: sale.drawingVersion },
    ...{ totalStock: sale.total, remainingStock: sale.remaining, release: viewRelease(sale, now) },
    doorsMinutesBefore: sale.doorsMinutesBefore,
    ...{ level: levelOf(sale), status: saleStatusOf(sale, now), closedBecause: closedBecauseOf(sale, now) },
  };
}

const viewManagedSale = async (ctx: AppContext, sale: SaleRow) => ({
  ...(await viewSale(ctx, sale)),
  control: sale.salesOverride ?? ("SCHEDULED" as const),
  admission: sale.admissionPaused ? ("PAUSED" as const) : ("OPEN" as const),
  line: queueOf(sale),
  updatedAt: sale.updatedAt,
});

const queueOf = (sale: SaleRow) => ({
  admitLimit: sale.queueAdmitLimit,
  admitRatePerSecond: sale.queueAdmitRatePerSecond,
  maxLength: sale.queueMaxLength,
});

async function currentSale(ctx: AppContext, id: EventSessionId): Promise<SaleRow> {
  const eventId = await eventIdOf(ctx, id);
  const sale = (await salesOf(eventId)).find((candidate) => candidate.id === id);
  if (!sale) throw platformErrors.not_found({ what: "event session" });
  return sale;
}

/** Refuses callers who do not run the event of an event session. Throws `not_found` (404). */
export const requireManagedSession = async (ctx: AppContext, id: EventSessionId) =>
  requireManager(ctx.actor, await findEvent(ctx, await eventIdOf(ctx, id)));

/** The event, where the caller may see it. Throws `not_found` (404). */
export const requireVisibleEvent = async (ctx: AppContext, id: EventId) =>
  viewEvent(requireVisible(ctx.actor, await findEvent(ctx, id)));

/** An event with its poster as clients see it. */
const viewEvent = <E extends { readonly poster: Parameters<typeof viewPoster>[0] | null }>(event: E) => ({
  ...event,
  poster: event.poster && viewPoster(event.poster),
});

/** The sale a visitor can still buy from, else the last one. */
async function nextSaleOf(ctx: AppContext, id: EventId) {
  const now = await approximateNow(ctx.db);
  const sales = await salesOf(id);
  const planned = sales.filter(({ cancelledAt }) => !cancelledAt);
  const next = planned.find((sale) => sale.startsAt > now) ?? planned.at(-1);
  return { nextStartsAt: next?.startsAt ?? null, saleStatus: next ? saleStatusOf(next, now) : null };
}
