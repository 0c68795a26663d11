import { and, eq, isNotNull, isNull, lt, sql } from "drizzle-orm";
import { secondFactors } from "#db/schema/auth.ts";
import { appNow } from "../platform/database/clock.ts";
import type { AppContext, Tx } from "../platform/operation/context.ts";
import type { UserId } from "./contract.ts";

export type SecondFactor = typeof secondFactors.$inferSelect;

export async function findFactor(ctx: AppContext, userId: UserId): Promise<SecondFactor | undefined> {
  const [row] = await ctx.db.select().from(secondFactors).where(eq(secondFactors.userId, userId));
  return row;
}

/** Begins a second factor, in place of one that was not confirmed. @returns whether there is no confirmed one */
export async function beginFactor(tx: Tx, userId: UserId, sealedSecret: string): Promise<boolean> {
  const rows = await tx.db
    .insert(secondFactors)
    .values({ userId, sealedSecret })
    .onConflictDoUpdate({
      target: secondFactors.userId,
      set: { sealedSecret, createdAt: appNow },
      setWhere: isNull(secondFactors.confirmedAt),
    })
    .returning({ userId: secondFactors.userId });
  return rows.length > 0;
}

/** Confirms a second factor that was begun. @returns whether it was not confirmed before */
export async function confirmFactor(
  tx: Tx,
  userId: UserId,
  recoveryHashes: readonly string[],
): Promise<boolean> {
  const rows = await tx.db
    .update(secondFactors)
    .set({ confirmedAt: appNow, recoveryHashes: [...recoveryHashes] })
    .where(and(eq(secondFactors.userId, userId), isNull(secondFactors.confirmedAt)))
    .returning({ userId: secondFactors.userId });
  return rows.length > 0;
}

/** Takes the code of a time step. @returns whether no code of it or of a later one was taken before */
export async function takeStep(tx: Tx, userId: UserId, step: number): Promise<boolean> {
  const rows = await tx.db
    .update(secondFactors)
    .set({ lastStep: step })
    .where(and(eq(secondFactors.userId, userId), lt(secondFactors.lastStep, step)))
    .returning({ userId: secondFactors.userId });
  return rows.length > 0;
}

/** Takes a recovery code. @returns whether it is one that was not used before */
export async function takeRecoveryCode(tx: Tx, userId: UserId, hash: string): Promise<boolean> {
  const rows = await tx.db
    .update(secondFactors)
    .set({ recoveryHashes: sql`array_remove(${secondFactors.recoveryHashes}, ${hash})` })
    .where(
      and(
        ...[eq(secondFactors.userId, userId), isNotNull(secondFactors.confirmedAt)],
        sql`${hash} = any(${secondFactors.recoveryHashes})`,
      ),
    )
    .returning({ userId: secondFactors.userId });
  return rows.length > 0;
}

export async function deleteFactor(tx: Tx, userId: UserId): Promise<void> {
  await tx.db.delete(secondFactors).where(eq(secondFactors.userId, userId));
}
