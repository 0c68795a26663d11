import { and, desc, eq, getTableColumns, gt, lt, ne, sql } from "drizzle-orm";
import { z } from "zod";
import { transmissionAttempts, transmissionCircuits, transmissions } from "#db/schema/transmissions.ts";
import { role } from "../platform/operation/allow.ts";
import { defineQuery } from "../platform/operation/command.ts";
import type { AppContext } from "../platform/operation/context.ts";
import { platformErrors } from "../platform/operation/errors.ts";
import { defineList } from "../platform/operation/list.ts";
import { NoInput } from "../platform/values/text.ts";
import { findCircuit } from "./circuit.store.ts";
import {
  AttemptOutcome,
  DestinationName,
  DestinationSummary,
  ListTransmissions,
  Transmission,
  TransmissionCount,
  TransmissionFilter,
  type TransmissionId,
  TransmissionInput,
  TransmissionListed,
  TransmissionPage,
} from "./contract.ts";
import { countMatching, isUnsent, matching, type TransmissionRow } from "./store.ts";
import { COUNTED_MAX, REPLAY_MAX } from "./values.ts";

const admin = role("ADMIN");

/** A transmission as lists show it. */
export const viewOf = ({ state: status, ...row }: TransmissionRow) => ({ ...row, status });

const viewOfAttempt = ({ claim, outcome, ...attempt }: typeof transmissionAttempts.$inferSelect) => ({
  ...attempt,
  number: claim,
  outcome: AttemptOutcome.parse(outcome),
});

export const listTransmissions = defineQuery({
  id: "transmissions.list-transmissions",
  summary: "Transmissions, the newest first.",
  allow: admin,
  input: ListTransmissions,
  output: TransmissionPage,
  async run(ctx, { cursor, limit, ...filter }) {
    const rows = await findPage(ctx, filter, { before: cursor, limit: limit + 1 });
    const items = rows.slice(0, limit);
    return { items: items.map(viewOf), nextCursor: rows.length > limit ? (items.at(-1)?.seq ?? null) : null };
  },
});

const { state, ...columns } = getTableColumns(transmissions);

/** The list of the operators' page; {@link listTransmissions} is that of REST clients, whose cursors are numbers. */
export const transmissionList = defineList({
  id: "transmissions.transmission-list",
  summary: "Transmissions as the operators' page lists them.",
  allow: admin,
  filters: TransmissionFilter.shape,
  item: TransmissionListed,
  titles: {
    id: ["전송 ID", "Transmission id"],
    destination: ["받는 곳", "Destination"],
    type: ["종류", "Type"],
    aggregateId: ["대상 ID", "About (id)"],
    status: ["상태", "Status"],
    retryCount: ["실패 횟수", "Failures"],
    nextAttemptAt: ["다음 시도 시각", "Next try at"],
    sentAt: ["전송 시각", "Sent at"],
    lastError: ["마지막 오류", "Last error"],
    createdAt: ["작성 시각", "Written at"],
  },
  sorts: { createdAt: transmissions.seq },
  initialSort: "-createdAt",
  key: transmissions.seq,
  rows: (ctx, filter, { keys, after, orderBy, limit }) =>
    ctx.db
      .select({ ...columns, status: state, ...keys })
      .from(transmissions)
      .where(and(matching(filter), after))
      .orderBy(...orderBy)
      .limit(limit),
});

export const countTransmissions = defineQuery({
  id: "transmissions.count-transmissions",
  summary: "How many transmissions match, counted as far as one replay goes.",
  allow: admin,
  input: TransmissionFilter,
  output: TransmissionCount,
  run: async (ctx, filter) => ({ count: await countMatching(ctx, filter, REPLAY_MAX) }),
});

export const getTransmission = defineQuery({
  id: "transmissions.get-transmission",
  summary: "One transmission with its payload and every try.",
  allow: admin,
  input: TransmissionInput,
  output: Transmission,
  async run(ctx, { id }) {
    const [row, attempts] = await Promise.all([findTransmission(ctx, id), findAttempts(ctx, id)]);
    if (!row) throw platformErrors.not_found({ what: "transmission" });
    return {
      ...viewOf(row),
      attempts: attempts.map(viewOfAttempt),
    };
  },
});

export const summarizeOutbox = defineQuery({
  id: "transmissions.summarize-outbox",
  summary:
    "The outbox at a glance: what waits, failed and is dead, how old and how fast, for each destination.",
  allow: admin,
  input: NoInput,
  output: z.array(DestinationSummary),
  run: (ctx) => Promise.all(DestinationName.options.map((destination) => summarize(ctx, destination))),
});

async function summarize(ctx: AppContext, destination: DestinationName) {
  const count = (status: "PENDING" | "FAILED" | "DEAD") =>
    countMatching(ctx, { destination, status }, COUNTED_MAX);
  const [pending, failed, dead, oldestSeconds, sentLastMinute, circuit] = await Promise.all([
    count("PENDING"),
    count("FAILED"),
    count("DEAD"),
    oldestUnsentSeconds(ctx, destination),
    countSentLastMinute(ctx, destination),
    findCircuit(ctx, destination),
  ]);
  const { state = "CLOSED" as const, reason = null, probeAt = null } = circuit ?? {};
  const numbers = { pending, failed, dead, oldestSeconds, sentLastMinute };
  return { destination, ...numbers, circuit: { state, reason, probeAt } };
}

/** The newest that match. */
const findPage = (
  ctx: AppContext,
  filter: TransmissionFilter,
  page: { readonly before: number | undefined; readonly limit: number },
): Promise<TransmissionRow[]> =>
  ctx.db
    .select()
    .from(transmissions)
    .where(and(matching(filter), page.before === undefined ? undefined : lt(transmissions.seq, page.before)))
    .orderBy(desc(transmissions.seq))
    .limit(page.limit);

async function findTransmission(ctx: AppContext, id: TransmissionId): Promise<TransmissionRow | undefined> {
  const [row] = await ctx.db.select().from(transmissions).where(eq(transmissions.id, id));
  return row;
}

const findAttempts = (ctx: AppContext, id: TransmissionId) =>
  ctx.db
    .select()
    .from(transmissionAttempts)
    .where(eq(transmissionAttempts.transmissionId, id))
    .orderBy(desc(transmissionAttempts.claim));

/** How long the oldest has waited that is neither sent nor given up; null where there is none. */
export async function oldestUnsentSeconds(
  ctx: AppContext,
  destination: DestinationName,
): Promise<number | null> {
  const [row] = await ctx.db.execute<{ seconds: number }>(sql`
    select extract(epoch from app_now() - created_at)::int as seconds from transmissions
    where destination = ${destination} and ${isUnsent} order by seq limit 1`);
  return row?.seconds ?? null;
}

const countSentLastMinute = (ctx: AppContext, destination: DestinationName): Promise<number> =>
  ctx.db.$count(
    transmissions,
    and(
      eq(transmissions.destination, destination),
      gt(transmissions.sentAt, sql`app_now() - interval '1 minute'`),
    ),
  );

/** Counts what is not sent, by destination and state. */
export async function countUnsent(ctx: AppContext) {
  const { destination, state } = transmissions;
  const rows = await ctx.db
    .select({ destination, state, count: sql<number>`count(*)::int` })
    .from(transmissions)
    .where(sql`${state} in ('PENDING', 'FAILED', 'DEAD')`)
    .groupBy(destination, state);
  const byDestination = new Map<DestinationName, Partial<Record<TransmissionRow["state"], number>>>();
  for (const row of rows)
    byDestination.set(row.destination, { ...byDestination.get(row.destination), [row.state]: row.count });
  return byDestination;
}

/** The destinations that are paused. */
export async function pausedDestinations(ctx: AppContext): Promise<DestinationName[]> {
  const rows = await ctx.db
    .select({ destination: transmissionCircuits.destination })
    .from(transmissionCircuits)
    .where(ne(transmissionCircuits.state, "CLOSED"));
  return rows.map(({ destination }) => destination);
}
