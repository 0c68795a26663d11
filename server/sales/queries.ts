import { z } from "zod";
import type { EventSessionId } from "../catalog/contract.ts";
import { EventSessionInput } from "../catalog/contract.ts";
import { viewSale } from "../catalog/queries.ts";
import { countOutcomes, countUnknown } from "../payments/counts.store.ts";
import { createSharedRead } from "../platform/concurrency/shared-read.ts";
import { singleton } from "../platform/concurrency/singleton.ts";
import { databaseNow } from "../platform/database/clock.ts";
import { role } from "../platform/operation/allow.ts";
import { defineQuery } from "../platform/operation/command.ts";
import { type AppContext, createContext } from "../platform/operation/context.ts";
import { platformErrors } from "../platform/operation/errors.ts";
import { NoInput } from "../platform/values/text.ts";
import { queueFigureOf } from "../queue/queries.ts";
import { waitlistFigures } from "../waitlist/queries.ts";
import { SaleDetail, type SaleFigures, SaleHistoryInput, SaleSample, SalesNow } from "./contract.ts";
import { ratesOf, stepsOf } from "./policy.ts";
import { findSales, findSampleBefore, findSamples, type SaleRow } from "./store.ts";

/** One read serves everyone who looks within this time: pages ask once a second, and show figures less than two old. */
const SHARED_MS = 500;

export const salesNow = defineQuery({
  id: "sales.sales-now",
  summary: "Every sale that is on, is about to open or has just ended, and the payments that are unknown.",
  allow: role("ADMIN"),
  input: NoInput,
  output: SalesNow,
  run: () => nowReads.run("all", readNow),
});

export const getSale = defineQuery({
  id: "sales.get-sale",
  summary: "One sale as its operator sees it: figures, rates, payments and limits.",
  allow: role("ADMIN"),
  input: EventSessionInput,
  output: SaleDetail,
  run: (_, { eventSessionId }) => detailReads.run(eventSessionId, () => readDetail(eventSessionId)),
});

export const getSaleHistory = defineQuery({
  id: "sales.get-sale-history",
  summary: "How a sale went in the last quarter of an hour, the last day or since it opened.",
  allow: role("ADMIN"),
  input: SaleHistoryInput,
  output: z.array(SaleSample),
  async run(ctx, { eventSessionId, range }) {
    const sale = await requireSale(ctx, eventSessionId);
    const seconds = Math.max(0, (sale.now.getTime() - sale.salesOpenAt.getTime()) / 1000);
    return findSamples(ctx, eventSessionId, stepsOf(range, seconds));
  },
});

const nowReads = singleton("sales-now", () =>
  createSharedRead<"all", Awaited<ReturnType<typeof readNow>>>(SHARED_MS),
);
const detailReads = singleton("sale-details", () =>
  createSharedRead<EventSessionId, Awaited<ReturnType<typeof readDetail>>>(SHARED_MS),
);

async function readNow() {
  const ctx = createContext();
  const [sales, unknownPayments] = await Promise.all([readFigures(ctx, "current"), countUnknown(ctx)]);
  return { at: await databaseNow(ctx.db), sales, unknownPayments };
}

async function readDetail(id: EventSessionId) {
  const ctx = createContext();
  const row = await requireSale(ctx, id);
  const [sale, payments, unknownPayments, before, listOf] = await Promise.all([
    figuresOf(ctx, row),
    countOutcomes(ctx, id),
    countUnknown(ctx, id),
    findSampleBefore(ctx, id),
    waitlistFigures(ctx, [id]),
  ]);
  return {
    ...{ at: row.now, sale, payments, unknownPayments },
    oversold: Math.max(0, row.held + row.paying + row.sold - row.total),
    release: { policy: row.releasePolicy, waitlist: listOf(id) },
    ...{ price: row.priceKrw, maxPerUser: row.maxPerUser },
    line: {
      admitLimit: row.queueAdmitLimit,
      admitRatePerSecond: row.queueAdmitRatePerSecond,
      maxLength: row.queueMaxLength,
    },
    perMinute: before ? ratesSince(before, { at: row.now, ...sale }) : null,
  };
}

function ratesSince(
  before: NonNullable<Awaited<ReturnType<typeof findSampleBefore>>>,
  now: Pick<SaleFigures, "sold" | "queue"> & { readonly at: Date },
) {
  const { sold, issued, entries } = before;
  const queue = issued === null || entries === null ? null : { issued, entries };
  return ratesOf({ sold, queue }, now, (now.at.getTime() - before.at.getTime()) / 1000);
}

async function requireSale(ctx: AppContext, id: EventSessionId): Promise<SaleRow> {
  const [row] = await findSales(ctx, [id]);
  if (!row) throw platformErrors.not_found({ what: "event session" });
  return row;
}

/** The figures of each of these sales. */
export async function readFigures(ctx: AppContext, ids: readonly EventSessionId[] | "current") {
  const rows = await findSales(ctx, ids);
  return Promise.all(rows.map((row) => figuresOf(ctx, row)));
}

async function figuresOf(ctx: AppContext, row: SaleRow) {
  const { id: eventSessionId, eventId, title, startsAt, salesOpenAt, salesCloseAt, admissionPaused } = row;
  const { total, remaining, withheld, held, paying, sold } = row;
  const [{ status, closedBecause, level }, queue] = await Promise.all([
    viewSale(ctx, row),
    queueFigureOf(ctx, eventSessionId),
  ]);
  return {
    ...{ eventSessionId, eventId, title, startsAt, salesOpenAt, salesCloseAt },
    ...{ status, closedBecause, level, admissionPaused },
    ...{ total, remaining, withheld, held, paying, sold },
    queue,
  };
}
