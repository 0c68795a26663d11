import { and, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import { RETENTION_DAYS } from "#db/privacy/retention.ts";
import { accountLinks } from "#db/schema/credentials.ts";
import type { UserId } from "../auth/contract.ts";
import { appNow, inSeconds } from "../platform/database/clock.ts";
import type { AppContext, Tx } from "../platform/operation/context.ts";
import { newId } from "../platform/values/ids.ts";
import type { LinkKind } from "./contract.ts";
import { LINK_SECONDS } from "./policy.ts";

export interface NewLink {
  readonly userId: UserId;
  readonly kind: LinkKind;
  readonly email: string;
}

export async function insertLink(tx: Tx, { kind, ...link }: NewLink, tokenHash: string): Promise<void> {
  const expiresAt = inSeconds(LINK_SECONDS[kind]);
  await tx.db.insert(accountLinks).values({ id: newId("account_link"), kind, ...link, tokenHash, expiresAt });
}

/** A link, and whether its time is over by the database's clock. */
export async function findLink(ctx: AppContext, tokenHash: string) {
  const [link] = await ctx.db
    .select({
      ...{ id: accountLinks.id, userId: accountLinks.userId, kind: accountLinks.kind },
      ...{ email: accountLinks.email, expiresAt: accountLinks.expiresAt, usedAt: accountLinks.usedAt },
      isOver: sql<boolean>`${accountLinks.expiresAt} <= ${appNow}`,
    })
    .from(accountLinks)
    .where(eq(accountLinks.tokenHash, tokenHash));
  return link;
}
export type Link = NonNullable<Awaited<ReturnType<typeof findLink>>>;

/** Uses up a link. @returns whether it was not used up before: of two who follow it at once, one is told so */
export async function markUsed(tx: Tx, id: Link["id"]): Promise<boolean> {
  const rows = await tx.db
    .update(accountLinks)
    .set({ usedAt: appNow })
    .where(and(eq(accountLinks.id, id), isNull(accountLinks.usedAt)))
    .returning({ id: accountLinks.id });
  return rows.length > 0;
}

/** Ends the links of these kinds of a person that were not used, as if their time were over. */
export async function endLinksOf(tx: Tx, userId: UserId, kinds: readonly LinkKind[]): Promise<void> {
  await tx.db
    .update(accountLinks)
    .set({ expiresAt: appNow })
    .where(
      and(
        ...[eq(accountLinks.userId, userId), inArray(accountLinks.kind, [...kinds])],
        ...[isNull(accountLinks.usedAt), gt(accountLinks.expiresAt, appNow)],
      ),
    );
}

/** Whether a person may still go back to this address, so that no one else can take it meanwhile. */
export async function isKeptForUndo(ctx: AppContext, email: string): Promise<boolean> {
  const count = await ctx.db.$count(
    accountLinks,
    and(
      ...[eq(sql`lower(${accountLinks.email})`, sql`lower(${email})`), isNull(accountLinks.usedAt)],
      ...[eq(accountLinks.kind, "undo-email-change"), gt(accountLinks.expiresAt, appNow)],
    ),
  );
  return count > 0;
}

export const deleteLinksOf = (tx: Tx, userId: UserId) =>
  tx.db.delete(accountLinks).where(eq(accountLinks.userId, userId));

/** Deletes links whose end is long ago. @returns how many */
export async function deleteOldLinks(ctx: AppContext): Promise<number> {
  const rows = await ctx.db
    .delete(accountLinks)
    .where(sql`${accountLinks.expiresAt} < ${appNow} - make_interval(days => ${RETENTION_DAYS.accountLinks})`)
    .returning({ id: accountLinks.id });
  return rows.length;
}
