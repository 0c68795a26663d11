import { and, eq } from "drizzle-orm";
import { noticeChoices } from "#db/schema/notifications.ts";
import { inList } from "../platform/database/rows.ts";
import type { AppContext, Tx, UserActor } from "../platform/operation/context.ts";
import type { Notice } from "./values.ts";

type PersonId = UserActor["userId"];

export async function saveNoticeChoice(tx: Tx, row: typeof noticeChoices.$inferInsert): Promise<void> {
  const { byEmail, byPush } = row;
  await tx.db
    .insert(noticeChoices)
    .values(row)
    .onConflictDoUpdate({
      target: [noticeChoices.userId, noticeChoices.notice],
      set: { byEmail, byPush },
    });
}

export const findNoticeChoices = (ctx: AppContext, userId: PersonId) =>
  ctx.db.select().from(noticeChoices).where(eq(noticeChoices.userId, userId));

/** The choices of those of these people who made one about this sort of news. */
export async function findChoicesAbout(tx: Tx, notice: Notice, userIds: readonly PersonId[]) {
  if (userIds.length === 0) return new Map<string, never>();
  const rows = await tx.db
    .select()
    .from(noticeChoices)
    .where(and(eq(noticeChoices.notice, notice), inList(noticeChoices.userId, userIds)));
  return new Map(rows.map((row) => [row.userId as string, row]));
}
