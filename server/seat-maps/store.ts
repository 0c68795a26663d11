import { eq, getTableColumns, sql } from "drizzle-orm";
import { seatMaps } from "#db/schema/seat-maps.ts";
import { onlyRow } from "../platform/database/rows.ts";
import type { AppContext, Tx } from "../platform/operation/context.ts";
import type { SeatMapId } from "./contract.ts";

type SeatMapRow = typeof seatMaps.$inferSelect;

/** A map's columns without its plan, which may take megabytes. */
const { plan: _, ...listed } = getTableColumns(seatMaps);
export const listedColumns = listed;

export async function findSeatMap(ctx: AppContext, id: SeatMapId): Promise<SeatMapRow | undefined> {
  const [row] = await ctx.db.select().from(seatMaps).where(eq(seatMaps.id, id));
  return row;
}

/** The map without its plan, as it is until the transaction ends. */
export async function lockSeatMap(tx: Tx, id: SeatMapId) {
  const [row] = await tx.db.select(listed).from(seatMaps).where(eq(seatMaps.id, id)).for("update");
  return row;
}

export const countSeatMapsOf = (ctx: AppContext, ownerId: SeatMapRow["ownerId"]): Promise<number> =>
  ctx.db.$count(seatMaps, eq(seatMaps.ownerId, ownerId));

export async function insertSeatMap(tx: Tx, seatMap: typeof seatMaps.$inferInsert) {
  return onlyRow(await tx.db.insert(seatMaps).values(seatMap).returning(listed));
}

/** Changes a map and raises its version. */
export async function changeSeatMap(tx: Tx, id: SeatMapId, set: Partial<typeof seatMaps.$inferInsert>) {
  return onlyRow(
    await tx.db
      .update(seatMaps)
      .set({ ...set, version: sql`${seatMaps.version} + 1`, updatedAt: sql`app_now()` })
      .where(eq(seatMaps.id, id))
      .returning(listed),
  );
}

export async function deleteSeatMap(tx: Tx, id: SeatMapId): Promise<void> {
  await tx.db.delete(seatMaps).where(eq(seatMaps.id, id));
}
