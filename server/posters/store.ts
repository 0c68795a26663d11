import { and, eq, gt, isNull, lt, sql } from "drizzle-orm";
import { posters } from "#db/schema/posters.ts";
import { inSeconds } from "../platform/database/clock.ts";
import { inList } from "../platform/database/rows.ts";
import type { AppContext, Tx, UserActor } from "../platform/operation/context.ts";
import type { ChosenPoster, PosterId } from "./contract.ts";

export type PosterRow = typeof posters.$inferSelect;

/** The bytes of all files that a person has uploaded and that are still kept. */
export async function countBytes(ctx: AppContext, userId: UserActor["userId"]): Promise<number> {
  const [row] = await ctx.db
    .select({ bytes: sql<number>`coalesce(sum(${posters.bytes}), 0)::float8` })
    .from(posters)
    .where(eq(posters.uploadedBy, userId));
  return row?.bytes ?? 0;
}

/** Has the uploads of one person wait for one another until the transaction ends. */
export async function lockUploads(tx: Tx, userId: UserActor["userId"]): Promise<void> {
  await tx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`posters:${userId}`}, 0))`);
}

export async function insertPoster(tx: Tx, poster: typeof posters.$inferInsert): Promise<void> {
  await tx.db.insert(posters).values(poster);
}

/** @returns whether the event shows this poster already */
export async function describePoster(tx: Tx, eventId: `event_${string}`, { posterId, alt }: ChosenPoster) {
  const found = await tx.db
    .update(posters)
    .set({ alt })
    .where(and(eq(posters.id, posterId), eq(posters.eventId, eventId)))
    .returning({ id: posters.id });
  return found.length > 0;
}

export async function detachPoster(tx: Tx, eventId: `event_${string}`): Promise<void> {
  await tx.db
    .update(posters)
    .set({ eventId: null, unusedSince: sql`app_now()` })
    .where(eq(posters.eventId, eventId));
}

interface Attached extends ChosenPoster {
  readonly eventId: `event_${string}`;
  readonly uploadedBy: UserActor["userId"];
  /** How long it may have been unused. */
  readonly hours: number;
}

/** @returns whether the person has uploaded this poster and no event shows it */
export async function attachPoster(tx: Tx, { eventId, posterId, alt, uploadedBy, hours }: Attached) {
  const found = await tx.db
    .update(posters)
    .set({ eventId, alt, unusedSince: null })
    .where(
      and(
        eq(posters.id, posterId),
        eq(posters.uploadedBy, uploadedBy),
        isNull(posters.eventId),
        gt(posters.unusedSince, inSeconds(-hours * HOUR_SECONDS)),
      ),
    )
    .returning({ id: posters.id });
  return found.length > 0;
}

/** Posters that no event has shown for so many hours, locked until the transaction ends. */
export const lockUnused = (tx: Tx, hours: number, limit: number) =>
  tx.db
    .select({ id: posters.id, files: posters.files })
    .from(posters)
    .where(lt(posters.unusedSince, inSeconds(-hours * HOUR_SECONDS)))
    .limit(limit)
    .for("update", { skipLocked: true });

export async function deletePosters(tx: Tx, ids: readonly PosterId[]): Promise<void> {
  await tx.db.delete(posters).where(inList(posters.id, ids));
}

const HOUR_SECONDS = 3600;
