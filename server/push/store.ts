import { and, asc, count, eq, inArray, sql } from "drizzle-orm";
import { users } from "#db/schema/auth.ts";
import { pushSubscriptions } from "#db/schema/push.ts";
import { inList, onlyRow } from "../platform/database/rows.ts";
import type { AppContext, Tx, UserActor } from "../platform/operation/context.ts";
import { seal, unseal } from "../platform/values/seal.ts";
import { hashOf } from "../platform/values/secret.ts";
import type { PushSubscriptionId, SubscribePush } from "./contract.ts";

export type PushRow = typeof pushSubscriptions.$inferSelect;
type PersonId = UserActor["userId"];

/** Where a browser is reached, and what only it can read is encrypted with. */
export type Reach = Pick<SubscribePush, "endpoint" | "keys">;

const purposeOf = (id: PushSubscriptionId) => `push ${id}`;

export const openReach = ({ id, sealed }: Pick<PushRow, "id" | "sealed">): Reach =>
  JSON.parse(unseal(sealed, purposeOf(id))) as Reach;

/** The subscription of an endpoint, which no other transaction changes meanwhile. */
export async function lockByEndpoint(tx: Tx, endpoint: string): Promise<PushRow | undefined> {
  const [row] = await tx.db
    .select()
    .from(pushSubscriptions)
    .where(eq(pushSubscriptions.endpointHash, hashOf(endpoint)))
    .for("update");
  return row;
}

/** @returns whether no other subscription has this endpoint */
export async function insertSubscription(
  tx: Tx,
  row: Omit<typeof pushSubscriptions.$inferInsert, "sealed" | "endpointHash">,
  reach: Reach,
): Promise<boolean> {
  const sealed = seal(JSON.stringify(reach), purposeOf(row.id));
  const written = await tx.db
    .insert(pushSubscriptions)
    .values({ ...row, sealed, endpointHash: hashOf(reach.endpoint) })
    .onConflictDoNothing()
    .returning({ id: pushSubscriptions.id });
  return written.length > 0;
}

export async function countOf(tx: Tx, userId: PersonId): Promise<number> {
  const found = tx.db
    .select({ count: count() })
    .from(pushSubscriptions)
    .where(eq(pushSubscriptions.userId, userId));
  return onlyRow(await found).count;
}

export const findSubscriptionsOf = (ctx: AppContext, userId: PersonId): Promise<PushRow[]> =>
  ctx.db
    .select()
    .from(pushSubscriptions)
    .where(eq(pushSubscriptions.userId, userId))
    .orderBy(asc(pushSubscriptions.createdAt));

/** The browsers of people who can be told something. */
export const findReached = (ctx: AppContext, userIds: readonly PersonId[]) =>
  ctx.db
    .select({
      id: pushSubscriptions.id,
      userId: pushSubscriptions.userId,
      language: pushSubscriptions.language,
    })
    .from(pushSubscriptions)
    .innerJoin(users, eq(users.id, pushSubscriptions.userId))
    .where(and(inList(pushSubscriptions.userId, userIds), eq(users.state, "ACTIVE")));

export async function findSubscription(
  ctx: AppContext,
  id: PushSubscriptionId,
): Promise<PushRow | undefined> {
  const [row] = await ctx.db.select().from(pushSubscriptions).where(eq(pushSubscriptions.id, id));
  return row;
}

/** @returns whether the person had it */
export async function deleteOwn(tx: Tx, id: PushSubscriptionId, userId: PersonId): Promise<boolean> {
  const deleted = await tx.db
    .delete(pushSubscriptions)
    .where(and(eq(pushSubscriptions.id, id), eq(pushSubscriptions.userId, userId)))
    .returning({ id: pushSubscriptions.id });
  return deleted.length > 0;
}

export async function deleteSubscriptions(
  ctx: AppContext,
  ids: readonly PushSubscriptionId[],
): Promise<void> {
  if (ids.length > 0) await ctx.db.delete(pushSubscriptions).where(inArray(pushSubscriptions.id, [...ids]));
}

/** @returns the ids of those that the person had */
export async function deleteSubscriptionsOf(tx: Tx, userId: PersonId): Promise<PushSubscriptionId[]> {
  const deleted = await tx.db
    .delete(pushSubscriptions)
    .where(eq(pushSubscriptions.userId, userId))
    .returning({ id: pushSubscriptions.id });
  return deleted.map(({ id }) => id);
}

/** The next subscriptions after one, in the order of their ids. */
export const findAfter = (ctx: AppContext, after: string, limit: number) =>
  ctx.db
    .select({ id: pushSubscriptions.id, loginSessionId: pushSubscriptions.loginSessionId })
    .from(pushSubscriptions)
    .where(sql`${pushSubscriptions.id} > ${after}`)
    .orderBy(asc(pushSubscriptions.id))
    .limit(limit);
