import { and, eq, isNotNull, isNull, lte, sql } from "drizzle-orm";
import { integrationSessions, phoneLines } from "#db/schema/integration.ts";
import { appNow, inSeconds } from "../platform/database/clock.ts";
import { neverAhead } from "../platform/database/clock-steps.ts";
import { insertRows } from "../platform/database/insert-rows.ts";
import { inList, onlyRow } from "../platform/database/rows.ts";
import type { AppContext, Tx } from "../platform/operation/context.ts";
import { mailAddressesIn, phoneNumberOf } from "../platform/values/phone.ts";
import type { IntegrationSessionId } from "./contract.ts";
import { LEASE_SECONDS, LOCK_SECONDS_MAX, PRESENT_SECONDS } from "./policy.ts";

export type PhoneLineRow = typeof phoneLines.$inferSelect;

neverAhead(phoneLines.lockedAt, 0);
neverAhead(phoneLines.lockExpiresAt, LEASE_SECONDS);

/** One lock for entering, leaving and assigning phone lines, so that first come is first served. */
export const lockPhoneLines = async (tx: Tx): Promise<void> => {
  await tx.db.execute(sql`select pg_advisory_xact_lock(hashtext('integration.lines'))`);
};

export const countPhoneLines = (ctx: AppContext): Promise<number> =>
  ctx.db.$count(phoneLines, eq(phoneLines.active, true));

/** Free phone lines, the one that has been free for longest first. */
export const findFreePhoneLines = (tx: Tx): Promise<PhoneLineRow[]> =>
  tx.db
    .select()
    .from(phoneLines)
    .where(and(eq(phoneLines.active, true), isNull(phoneLines.holderId)))
    .orderBy(sql`${phoneLines.releasedAt} nulls first`, phoneLines.id);

/** Gives a free phone line to a session, with the next fencing number. */
export async function assignPhoneLine(
  tx: Tx,
  phoneLineId: PhoneLineRow["id"],
  holderId: IntegrationSessionId,
): Promise<PhoneLineRow> {
  const rows = await tx.db
    .update(phoneLines)
    .set({
      ...{ holderId, lockedAt: appNow, lockExpiresAt: inSeconds(LEASE_SECONDS) },
      fencingToken: sql`${phoneLines.fencingToken} + 1`,
    })
    .where(and(eq(phoneLines.id, phoneLineId), isNull(phoneLines.holderId)))
    .returning();
  return onlyRow(rows);
}

/** Gives the holder two more minutes, up to ten in all. */
export const renewPhoneLine = (tx: Tx, holderId: IntegrationSessionId) =>
  tx.db
    .update(phoneLines)
    .set({
      lockExpiresAt: sql`least(${inSeconds(LEASE_SECONDS)}, ${phoneLines.lockedAt} + make_interval(secs => ${LOCK_SECONDS_MAX}))`,
    })
    .where(eq(phoneLines.holderId, holderId));

/** The line that a session holds, and whether its lock is over. */
export async function findPhoneLineOf(ctx: AppContext, holderId: IntegrationSessionId) {
  const [row] = await ctx.db
    .select({ line: phoneLines, isOver: sql<boolean>`${phoneLines.lockExpiresAt} <= app_now()` })
    .from(phoneLines)
    .where(eq(phoneLines.holderId, holderId));
  return row;
}

/** The phone line of a number or an inbox, in any spelling. */
export async function findPhoneLineByRecipient(
  tx: AppContext,
  channel: "sms" | "email",
  recipient: string,
): Promise<PhoneLineRow | undefined> {
  const column = channel === "sms" ? phoneLines.phoneNumber : phoneLines.inbox;
  const written = channel === "sms" ? [phoneNumberOf(recipient) ?? ""] : mailAddressesIn(recipient);
  const [row] = await tx.db.select().from(phoneLines).where(inList(column, written));
  return row;
}

export const findPhoneLines = (ctx: AppContext) =>
  ctx.db
    .select({ line: phoneLines, holder: integrationSessions })
    .from(phoneLines)
    .leftJoin(integrationSessions, eq(integrationSessions.id, phoneLines.holderId))
    .orderBy(phoneLines.id);

/** Whose time on a line is over. */
export async function findTimedOut(ctx: AppContext): Promise<IntegrationSessionId[]> {
  const rows = await ctx.db
    .select({ id: phoneLines.holderId })
    .from(phoneLines)
    .where(and(isNotNull(phoneLines.holderId), lte(phoneLines.lockExpiresAt, appNow)));
  return rows.flatMap(({ id }) => id ?? []);
}

/** Whether a seller who is present waits while a phone line is free. */
export async function hasIdlePhoneLine(ctx: AppContext): Promise<boolean> {
  const [row] = await ctx.db.execute<{ idle: boolean }>(sql`
    select exists (select from phone_lines where active and holder_id is null)
       and exists (select from integration_sessions where state = 'WAITING_FOR_LOCK' and last_activity_at > ${inSeconds(-PRESENT_SECONDS)}) as idle`);
  return row?.idle ?? false;
}

/** Inserts phone lines. Existing ones stay as they are. */
export const insertPhoneLines = (tx: Tx, rows: readonly (typeof phoneLines.$inferInsert)[]): Promise<void> =>
  insertRows(tx, phoneLines, rows, sql`on conflict do nothing`);
