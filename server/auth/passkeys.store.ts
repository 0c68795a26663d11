import { and, asc, count, eq } from "drizzle-orm";
import { passkeys } from "#db/schema/auth.ts";
import { appNow } from "../platform/database/clock.ts";
import type { AppContext, Tx } from "../platform/operation/context.ts";
import { hashOf } from "../platform/values/secret.ts";
import type { PasskeyId, UserId } from "./contract.ts";
import { CHALLENGE_SECONDS } from "./passkeys.policy.ts";
import { answered } from "./store.ts";

export type Passkey = typeof passkeys.$inferSelect;

export const findPasskeysOf = (ctx: AppContext, userId: UserId): Promise<Passkey[]> =>
  ctx.db
    .select()
    .from(passkeys)
    .where(eq(passkeys.userId, userId))
    .orderBy(asc(passkeys.createdAt), asc(passkeys.id));

export async function hasPasskey(ctx: AppContext, userId: UserId): Promise<boolean> {
  const [row] = await ctx.db.select({ rows: count() }).from(passkeys).where(eq(passkeys.userId, userId));
  return (row?.rows ?? 0) > 0;
}

export async function findPasskey(ctx: AppContext, credentialId: string): Promise<Passkey | undefined> {
  const [row] = await ctx.db.select().from(passkeys).where(eq(passkeys.credentialId, credentialId));
  return row;
}

/** A passkey that no other transaction uses meanwhile, so that of two answers with one count the second is refused. */
export async function lockPasskey(tx: Tx, id: PasskeyId): Promise<Passkey | undefined> {
  const [row] = await tx.db.select().from(passkeys).where(eq(passkeys.id, id)).for("update");
  return row;
}

/** @returns whether it is of no account yet */
export async function insertPasskey(tx: Tx, passkey: typeof passkeys.$inferInsert): Promise<boolean> {
  const rows = await tx.db
    .insert(passkeys)
    .values(passkey)
    .onConflictDoNothing({ target: passkeys.credentialId })
    .returning({ id: passkeys.id });
  return rows.length > 0;
}

export async function saveUse(tx: Tx, id: PasskeyId, counter: number): Promise<void> {
  await tx.db.update(passkeys).set({ counter, lastUsedAt: appNow }).where(eq(passkeys.id, id));
}

const ofPerson = (userId: UserId, id: PasskeyId) => and(eq(passkeys.userId, userId), eq(passkeys.id, id));

export async function renamePasskeyOf(
  tx: Tx,
  userId: UserId,
  { id, name }: { readonly id: PasskeyId; readonly name: string },
): Promise<Passkey | undefined> {
  const [row] = await tx.db.update(passkeys).set({ name }).where(ofPerson(userId, id)).returning();
  return row;
}

/** @returns the passkey that was removed */
export async function deletePasskeyOf(tx: Tx, userId: UserId, id: PasskeyId): Promise<Passkey | undefined> {
  const [row] = await tx.db.delete(passkeys).where(ofPerson(userId, id)).returning();
  return row;
}

export async function deletePasskeysOf(tx: Tx, userId: UserId): Promise<void> {
  await tx.db.delete(passkeys).where(eq(passkeys.userId, userId));
}

const challengeKey = (challenge: string) => `passkey-challenge:{${hashOf(challenge)}}`;

/** Keeps a challenge for one use, such as a login. Throws `unavailable` (503). */
export async function keepChallenge(ctx: AppContext, challenge: string, use: string): Promise<void> {
  await answered(ctx, () => ctx.redis.set(challengeKey(challenge), use, "EX", CHALLENGE_SECONDS));
}

/** Uses a challenge up. @returns whether it was kept for this use. Throws `unavailable` (503) */
export async function takeChallenge(ctx: AppContext, challenge: string, use: string): Promise<boolean> {
  return (await answered(ctx, () => ctx.redis.getdel(challengeKey(challenge)))) === use;
}
