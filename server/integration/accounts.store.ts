import { and, desc, eq, gt, isNotNull, isNull, lte, ne, or, sql } from "drizzle-orm";
import { RETENTION_DAYS } from "#db/privacy/retention.ts";
import { users } from "#db/schema/auth.ts";
import { integrationMessages, integrationSessions, marketplaceAccounts } from "#db/schema/integration.ts";
import { appNow, inSeconds } from "../platform/database/clock.ts";
import { inList } from "../platform/database/rows.ts";
import type { AppContext, Tx } from "../platform/operation/context.ts";
import { newId } from "../platform/values/ids.ts";
import { seal, unseal } from "../platform/values/seal.ts";
import { integrationErrors } from "./errors.ts";
import type { Keys } from "./gateway.ts";

type AccountRow = typeof marketplaceAccounts.$inferSelect;

interface Connected extends Pick<AccountRow, "userId" | "vendorId" | "companyName"> {
  /** Where the seller has entered them, with when they end. */
  readonly keys?: Keys & { readonly expireAt: Date };
}

/** Throws `vendor_connected` (409) where the vendor's account is another user's. */
export async function requireNotOthers(
  ctx: AppContext,
  vendorId: string,
  userId: AccountRow["userId"],
): Promise<void> {
  const others = and(eq(marketplaceAccounts.vendorId, vendorId), ne(marketplaceAccounts.userId, userId));
  if ((await ctx.db.$count(marketplaceAccounts, others)) > 0) throw integrationErrors.vendor_connected();
}

/** Accounts whose keys expire within so many days and whose owner was not reminded yet, with the owner's address. */
export const findEnding = (tx: Tx, days: number) =>
  tx.db
    .select({ account: marketplaceAccounts, email: users.email })
    .from(marketplaceAccounts)
    .innerJoin(users, eq(users.id, marketplaceAccounts.userId))
    .where(
      and(
        lte(marketplaceAccounts.keysExpireAt, inSeconds(days * 86_400)),
        or(isNull(marketplaceAccounts.remindedDays), gt(marketplaceAccounts.remindedDays, days)),
      ),
    )
    .for("update", { of: marketplaceAccounts, skipLocked: true });

export const markReminded = (tx: Tx, ids: readonly AccountRow["id"][], days: number) =>
  tx.db.update(marketplaceAccounts).set({ remindedDays: days }).where(inList(marketplaceAccounts.id, ids));

/**
 * Records that an account is connected. Keys that are not entered again stay. Of two people at once the first
 * has it. Throws `vendor_connected` (409) where it is another user's, of which nothing changes.
 */
export async function upsertAccount(tx: Tx, { keys, ...account }: Connected): Promise<void> {
  const kept = keys && {
    accessKey: seal(keys.accessKey, `access-key ${account.vendorId}`),
    secretKey: seal(keys.secretKey, `secret-key ${account.vendorId}`),
    keysExpireAt: keys.expireAt,
    remindedDays: null,
  };
  const rows = await tx.db
    .insert(marketplaceAccounts)
    .values({ id: newId("marketplace_account"), ...account, ...kept })
    .onConflictDoUpdate({
      target: marketplaceAccounts.vendorId,
      set: {
        ...{ checkedAt: appNow, connectedAt: appNow, ...kept },
        companyName: sql`coalesce(${account.companyName}, ${marketplaceAccounts.companyName})`,
      },
      setWhere: eq(marketplaceAccounts.userId, account.userId),
    })
    .returning({ id: marketplaceAccounts.id });
  if (rows.length === 0) throw integrationErrors.vendor_connected();
}

/** Whether a user has a connected account, whose keys may have ended: the seller renews them in place. */
export const isConnected = async (ctx: AppContext, userId: AccountRow["userId"]): Promise<boolean> =>
  (await ctx.db.$count(marketplaceAccounts, eq(marketplaceAccounts.userId, userId))) > 0;

/** Takes an account away with its keys: of its owner where one is named. @returns undefined where there is none */
export async function removeAccount(
  tx: Tx,
  of: { readonly id: AccountRow["id"]; readonly userId?: AccountRow["userId"] },
): Promise<AccountRow | undefined> {
  const owner = of.userId && eq(marketplaceAccounts.userId, of.userId);
  const [row] = await tx.db
    .delete(marketplaceAccounts)
    .where(and(eq(marketplaceAccounts.id, of.id), owner))
    .returning();
  return row;
}

/** Connected accounts with their owners' addresses, the newest first; of one vendor where it is given. */
export const findAccounts = (ctx: AppContext, vendorId: string | undefined, limit: number) =>
  ctx.db
    .select({
      ...{ id: marketplaceAccounts.id, vendorId: marketplaceAccounts.vendorId, email: users.email },
      connectedAt: marketplaceAccounts.connectedAt,
    })
    .from(marketplaceAccounts)
    .innerJoin(users, eq(users.id, marketplaceAccounts.userId))
    .where(vendorId === undefined ? undefined : eq(marketplaceAccounts.vendorId, vendorId))
    .orderBy(desc(marketplaceAccounts.connectedAt))
    .limit(limit);

/** Where to write to an account's owner. */
export async function findEmailOf(
  ctx: AppContext,
  userId: AccountRow["userId"],
): Promise<string | undefined> {
  const [row] = await ctx.db.select({ email: users.email }).from(users).where(eq(users.id, userId));
  return row?.email;
}

/** The keys of an account; undefined where none were entered, or they can be read no more. */
function openKeys({ vendorId, accessKey, secretKey }: AccountRow): Keys | undefined {
  if (!accessKey || !secretKey) return undefined;
  try {
    return {
      accessKey: unseal(accessKey, `access-key ${vendorId}`),
      secretKey: unseal(secretKey, `secret-key ${vendorId}`),
    };
  } catch {
    return undefined;
  }
}

/** A user's connected accounts, the newest first, with their keys masked. */
export async function accountsOf(ctx: AppContext, userId: AccountRow["userId"]) {
  const rows = await ctx.db
    .select()
    .from(marketplaceAccounts)
    .where(eq(marketplaceAccounts.userId, userId))
    .orderBy(desc(marketplaceAccounts.connectedAt));
  return rows.map((row) => {
    const { id, vendorId, companyName, keysExpireAt, connectedAt, checkedAt } = row;
    const keys = openKeys(row);
    return {
      ...{ id, vendorId, companyName, keysExpireAt, connectedAt, checkedAt },
      accessKeyMasked: keys ? `••••${keys.accessKey.slice(-4)}` : null,
    };
  });
}

/** The vendors whose keys were entered and can be read no more. */
export async function findUnreadable(ctx: AppContext): Promise<string[]> {
  const rows = await ctx.db
    .select()
    .from(marketplaceAccounts)
    .where(isNotNull(marketplaceAccounts.accessKey));
  return rows.flatMap((row) => (openKeys(row) ? [] : row.vendorId));
}

/** Disconnects a person's accounts with their keys and erases what the person entered and what came for them. */
export async function eraseDetailsOf(tx: Tx, userId: AccountRow["userId"]): Promise<void> {
  await tx.db.delete(marketplaceAccounts).where(eq(marketplaceAccounts.userId, userId));
  await tx.db
    .update(integrationSessions)
    .set({ businessNumber: null, companyName: null })
    .where(eq(integrationSessions.userId, userId));
  const theirs = sql`${integrationMessages.integrationSessionId} in (
    select id from ${integrationSessions} where user_id = ${userId})`;
  await tx.db.update(integrationMessages).set({ textMasked: "" }).where(theirs);
}

/** Erases the texts of messages that came long ago. @returns how many */
export async function eraseOldTexts(ctx: AppContext): Promise<number> {
  const { seq, textMasked, arrivedAt } = integrationMessages;
  const isOld = sql`${arrivedAt} < app_now() - make_interval(days => ${RETENTION_DAYS.integrationTexts})`;
  const rows = await ctx.db
    .update(integrationMessages)
    .set({ textMasked: "" })
    .where(and(ne(textMasked, ""), isOld))
    .returning({ seq });
  return rows.length;
}
