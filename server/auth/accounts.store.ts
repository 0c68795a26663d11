import { and, asc, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import { users } from "#db/schema/auth.ts";
import { appNow } from "../platform/database/clock.ts";
import { isDuplicate } from "../platform/database/duplicates.ts";
import { transitionOn } from "../platform/database/transition.ts";
import type { AppContext, Role, Tx } from "../platform/operation/context.ts";
import type { UserId } from "./contract.ts";
import { personMachine } from "./machine.ts";

export type User = typeof users.$inferSelect;

/** Adds the account unless its e-mail has one, regardless of its case: the unique index decides. */
export async function insertUser(tx: Tx, user: typeof users.$inferInsert): Promise<User | undefined> {
  const [row] = await tx.db.insert(users).values(user).onConflictDoNothing().returning();
  return row;
}

const withEmail = (email: string) => eq(sql`lower(${users.email})`, sql`lower(${email})`);

export async function findUserByEmail(ctx: AppContext, email: string): Promise<User | undefined> {
  const [row] = await ctx.db.select().from(users).where(withEmail(email));
  return row;
}

/** In which language each of these people is written to; null where no one said. */
export async function languagesOf(
  ctx: AppContext,
  ids: readonly UserId[],
): Promise<Map<UserId, User["language"]>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.db
    .select({ id: users.id, language: users.language })
    .from(users)
    .where(inArray(users.id, [...ids]));
  return new Map(rows.map(({ id, language }) => [id, language]));
}

export async function setLanguageOf(tx: Tx, id: UserId, language: User["language"]): Promise<void> {
  await tx.db.update(users).set({ language }).where(eq(users.id, id));
}

export async function findUser(ctx: AppContext, id: UserId): Promise<User | undefined> {
  const [row] = await ctx.db.select().from(users).where(eq(users.id, id));
  return row;
}

/** An account, kept as it is until the transaction ends: a change of its role or state waits, or was waited for. */
export async function lockUser(tx: Tx, id: UserId): Promise<User | undefined> {
  const [row] = await tx.db.select().from(users).where(eq(users.id, id)).for("share");
  return row;
}

/** An account that no other transaction may use meanwhile: a hold or an order of the person waits, or was waited for. */
export async function lockWholeUser(tx: Tx, id: UserId): Promise<User | undefined> {
  const [row] = await tx.db.select().from(users).where(eq(users.id, id)).for("update");
  return row;
}

/** The people who erased their accounts within so many days. */
export async function findErased(ctx: AppContext, days: number): Promise<UserId[]> {
  const rows = await ctx.db
    .select({ id: users.id })
    .from(users)
    .where(sql`${users.erasedAt} > app_now() - make_interval(days => ${days})`);
  return rows.map(({ id }) => id);
}

/** Moves a person; throws `illegal_transition` (409) and `not_found` (404). */
export const movePerson = transitionOn(users, personMachine).one;

/** The active administrators, locked in one order: of two who end each other, the second sees the first gone. */
export async function lockActiveAdmins(tx: Tx): Promise<UserId[]> {
  const rows = await tx.db
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.role, "ADMIN"), eq(users.state, "ACTIVE")))
    .orderBy(asc(users.id))
    .for("no key update");
  return rows.map(({ id }) => id);
}

/** The administrators who may act, by their e-mail. */
export const findActiveAdmins = (ctx: AppContext) =>
  ctx.db
    .select({ id: users.id, email: users.email })
    .from(users)
    .where(and(eq(users.role, "ADMIN"), eq(users.state, "ACTIVE")))
    .orderBy(asc(users.email));

/** An account whose role was set, and the role it had. */
export type Ranked = User & { readonly roleBefore: Role };

/**
 * Gives an account the role that `choose` makes of the one it has.
 * @returns the account with both roles; undefined where there is no such account, or it was erased
 */
export async function setRole(
  tx: Tx,
  id: UserId,
  choose: (before: Role) => Role,
): Promise<Ranked | undefined> {
  // Locked first: `RETURNING old.role` gives an outdated role where another transaction has just changed and locked the row.
  const [before] = await tx.db
    .select({ role: users.role })
    .from(users)
    .where(and(eq(users.id, id), ne(users.state, "ERASED")))
    .for("no key update");
  if (!before) return undefined;
  const role = choose(before.role);
  const [user] = await tx.db.update(users).set({ role }).where(eq(users.id, id)).returning();
  return user && { ...user, roleBefore: before.role };
}

/**
 * Gives an account another hash of its password.
 * @param replaced - where it is given, the hash that it must still have
 */
export async function setPasswordHash(
  tx: Tx,
  id: UserId,
  passwordHash: string,
  replaced?: string,
): Promise<void> {
  await tx.db
    .update(users)
    .set({ passwordHash })
    .where(and(eq(users.id, id), replaced === undefined ? undefined : eq(users.passwordHash, replaced)));
}

/** Saves that mail to the account's address reaches its person, where that was not known. */
export async function setVerified(tx: Tx, id: UserId): Promise<void> {
  await tx.db
    .update(users)
    .set({ emailVerifiedAt: appNow })
    .where(and(eq(users.id, id), isNull(users.emailVerifiedAt)));
}

/**
 * Gives an account another address, whose mail reaches its person.
 * @returns whether no other account has it; if one has, the transaction is over and its caller refuses
 */
export async function setEmail(tx: Tx, id: UserId, email: string): Promise<boolean> {
  const changed = tx.db.update(users).set({ email, emailVerifiedAt: appNow }).where(eq(users.id, id));
  return changed.then(
    () => true,
    (error) => {
      if (isDuplicate(error)) return false;
      throw error;
    },
  );
}
