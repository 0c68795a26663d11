import { and, asc, eq, isNotNull, sql } from "drizzle-orm";
import { seatDrawings, seats } from "#db/schema/seats.ts";
import { insertRows } from "../platform/database/insert-rows.ts";
import { inList } from "../platform/database/rows.ts";
import { type Step, transitionOn } from "../platform/database/transition.ts";
import type { AppContext, Tx } from "../platform/operation/context.ts";
import type { Id } from "../platform/values/ids.ts";
import type { SeatId } from "./contract.ts";
import { type InventoryState, inventoryMachine } from "./machine.ts";

export type SeatRow = typeof seats.$inferSelect;
export type NewSeatRow = typeof seats.$inferInsert;

const move = transitionOn(seats, inventoryMachine);

export const insertSeats = (tx: Tx, rows: readonly NewSeatRow[]): Promise<void> =>
  insertRows(tx, seats, rows);

export async function insertDrawing(tx: Tx, row: typeof seatDrawings.$inferInsert): Promise<void> {
  await tx.db.insert(seatDrawings).values(row);
}

export async function findDrawing(ctx: AppContext, id: Id<"event_session">): Promise<string | undefined> {
  const [row] = await ctx.db.select().from(seatDrawings).where(eq(seatDrawings.eventSessionId, id));
  return row?.drawing;
}

/** The seats of an event session: those of a map in the order of their places, listed ones by section and number. */
export const findSeatsOf = (ctx: AppContext, eventSessionId: Id<"event_session">): Promise<SeatRow[]> =>
  ctx.db
    .select()
    .from(seats)
    .where(eq(seats.eventSessionId, eventSessionId))
    .orderBy(asc(seats.place), asc(seats.section), asc(seats.number));

/** The seats that an event session got of a map, in the order of their places. */
export const findMapSeats = (ctx: AppContext, eventSessionId: Id<"event_session">): Promise<SeatRow[]> =>
  ctx.db
    .select()
    .from(seats)
    .where(and(eq(seats.eventSessionId, eventSessionId), isNotNull(seats.place)))
    .orderBy(asc(seats.place));

/** Whether each of them is free, in the same order: 1 or 0. It is one text, since a hall is tens of thousands of seats. */
export async function findFree(tx: Tx, eventSessionId: Id<"event_session">): Promise<string> {
  const isFree = sql`(${seats.state} = ${inventoryMachine.initial})::int::text`;
  const [row] = await tx.db
    .select({ free: sql<string | null>`string_agg(${isFree}, '' order by ${seats.place})` })
    .from(seats)
    .where(and(eq(seats.eventSessionId, eventSessionId), isNotNull(seats.place)));
  return row?.free ?? "";
}

export const findSeats = (ctx: AppContext, ids: readonly SeatId[]): Promise<SeatRow[]> =>
  ctx.db.select().from(seats).where(inList(seats.id, ids));

/**
 * Those of these seats that the event session has, the free ones locked in the order of their ids until the transaction
 * ends. A taken one is not waited for: the transaction that sells it may wait for the stock that this one has locked.
 */
export async function lockFreeSeats(tx: Tx, eventSessionId: Id<"event_session">, ids: readonly SeatId[]) {
  const wanted = and(eq(seats.eventSessionId, eventSessionId), inList(seats.id, ids));
  const free = tx.db.$with("free").as(
    tx.db
      .select({ freeId: sql<string>`${seats.id}`.as("free_id") })
      .from(seats)
      .where(and(wanted, eq(seats.state, inventoryMachine.initial)))
      .orderBy(seats.id)
      .for("no key update"),
  );
  const { id, number, section, row, label, priceKrw, house } = seats;
  return tx.db
    .with(free)
    .select({
      ...{ id, number, section, row, label, priceKrw, house },
      isFree: sql<boolean>`${free.freeId} is not null`,
    })
    .from(seats)
    .leftJoin(free, sql`${free.freeId} = ${seats.id}`)
    .where(wanted);
}

interface Options {
  readonly reason: string;
  /** The hold that gets each seat, by seat; null frees them, and left out the seats stay with their holds. */
  readonly holdOf?: Readonly<Record<SeatId, Id<"hold">>> | null | undefined;
}

/** Moves those of the seats whose state allows it. @returns the moved ones */
export function moveSeatsTo(
  tx: Tx,
  steps: readonly Step<SeatId>[],
  to: InventoryState,
  { reason, holdOf }: Options,
): Promise<SeatRow[]> {
  const byId = new Map<string, Step["by"]>(steps.map(({ id, by }) => [id, by]));
  const holdId = holdOf && sql`${JSON.stringify(holdOf)}::jsonb ->> ${seats.id}`;
  return move.all(tx, inList(seats.id, [...byId.keys()]), to, {
    reason,
    set: { version: sql`${seats.version} + 1`, ...(holdId === undefined ? {} : { holdId }) },
    by: (id) => byId.get(id),
  });
}
