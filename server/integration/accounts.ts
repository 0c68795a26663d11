import { and, desc, eq, gt, isNull, lte, ne, or, sql } from "drizzle-orm";
import { users } from "#db/schema/accounts.ts";
import { marketplaceAccounts } from "#db/schema/integration.ts";
import { appNow, inSeconds } from "../platform/clock.ts";
import type { AppContext, Tx } from "../platform/context.ts";
import { newId } from "../platform/ids.ts";
import { among } from "../platform/rows.ts";
import { seal, unseal } from "../platform/seal.ts";
import type { Keys } from "./gateway.ts";

type AccountRow = typeof marketplaceAccounts.$inferSelect;

interface Connected extends Pick<AccountRow, "userId" | "vendorId" | "companyName"> {
  /** Where the seller has entered them, with when they end. */
  readonly keys?: Keys & { readonly expireAt: Date };
}

/** Whether the vendor's account is another user's. */
export async function isOthers(
  ctx: AppContext,
  vendorId: string,
  userId: AccountRow["userId"],
): Promise<boolean> {
  const others = and(eq(marketplaceAccounts.vendorId, vendorId), ne(marketplaceAccounts.userId, userId));
  return (await ctx.db.$count(marketplaceAccounts, others)) > 0;
}

/** Accounts whose keys end within so many days and whose owner was not told so yet, with the owner's address. */
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
  tx.db.update(marketplaceAccounts).set({ remindedDays: days }).where(among(marketplaceAccounts.id, ids));

/** Keeps that an account is connected, or is again: keys that are not entered anew stay. */
export async function keepAccount(tx: Tx, { keys, ...account }: Connected): Promise<void> {
  const kept = keys && {
    accessKey: seal(keys.accessKey, `access-key ${account.vendorId}`),
    secretKey: seal(keys.secretKey, `secret-key ${account.vendorId}`),
    keysExpireAt: keys.expireAt,
    remindedDays: null,
  };
  await tx.db
    .insert(marketplaceAccounts)
    .values({ id: newId("marketplace_account"), ...account, ...kept })
    .onConflictDoUpdate({
      target: marketplaceAccounts.vendorId,
      set: {
        ...{ userId: account.userId, checkedAt: appNow, connectedAt: appNow, ...kept },
        companyName: sql`coalesce(${account.companyName}, ${marketplaceAccounts.companyName})`,
      },
    });
}

/** The keys of a vendor's account; undefined where none were entered, or they can be read no more. */
export async function keysOf(ctx: AppContext, vendorId: string): Promise<Keys | undefined> {
  const [row] = await ctx.db
    .select()
    .from(marketplaceAccounts)
    .where(eq(marketplaceAccounts.vendorId, vendorId));
  return row && openKeys(row);
}

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
