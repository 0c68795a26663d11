import { and, desc, eq, gt, isNull, lte, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { approvals } from "#db/schema/approvals.ts";
import { users } from "#db/schema/auth.ts";
import { appNow, inSeconds, waitingSince } from "../platform/database/clock.ts";
import { onlyRow } from "../platform/database/rows.ts";
import type { AppContext, Tx } from "../platform/operation/context.ts";
import { APPROVAL_HOURS } from "./policy.ts";

export type ApprovalRow = typeof approvals.$inferSelect;
type ApprovalId = ApprovalRow["id"];

const LISTED_MAX = 100;
const HOUR_SECONDS = 3600;

/** Ends what has waited too long, so that it can be asked for again. */
export async function expireWaiting(tx: Tx): Promise<void> {
  await tx.db
    .update(approvals)
    .set({ outcome: "expired", decidedAt: appNow })
    .where(and(isNull(approvals.outcome), lte(approvals.expiresAt, appNow)));
}

/** Asks, unless the same of the same thing waits already. */
export async function insertWaiting(
  tx: Tx,
  row: Pick<ApprovalRow, "id" | "kind" | "subject" | "payload" | "note" | "askedById">,
): Promise<void> {
  await tx.db
    .insert(approvals)
    .values({ ...row, expiresAt: inSeconds(APPROVAL_HOURS * HOUR_SECONDS) })
    .onConflictDoNothing();
}

/** Locks an approval until the transaction ends. */
export async function lockApproval(tx: Tx, id: ApprovalId): Promise<ApprovalRow | undefined> {
  const [row] = await tx.db.select().from(approvals).where(eq(approvals.id, id)).for("update");
  return row;
}

export async function saveDecision(
  tx: Tx,
  id: ApprovalId,
  decision: Pick<ApprovalRow, "outcome" | "decidedById" | "decisionNote">,
): Promise<void> {
  await tx.db
    .update(approvals)
    .set({ ...decision, decidedAt: appNow })
    .where(eq(approvals.id, id));
}

const asker = alias(users, "asker");
const decider = alias(users, "decider");

/** Approvals with the e-mails of those who asked and decided, the waiting ones first and the latest first. */
export const findApprovals = (ctx: AppContext, where?: SQL) =>
  ctx.db
    .select({
      approval: approvals,
      askedBy: asker.email,
      decidedBy: decider.email,
      isOver: sql<boolean>`${approvals.expiresAt} <= app_now()`,
    })
    .from(approvals)
    .innerJoin(asker, eq(asker.id, approvals.askedById))
    .leftJoin(decider, eq(decider.id, approvals.decidedById))
    .where(where)
    .orderBy(sql`${approvals.outcome} is not null`, desc(approvals.askedAt), desc(approvals.id))
    .limit(LISTED_MAX);

export const findApproval = (ctx: AppContext, id: ApprovalId) => findApprovals(ctx, eq(approvals.id, id));

export const findWaitingOf = (ctx: AppContext, kind: ApprovalRow["kind"], subject: string) =>
  findApprovals(
    ctx,
    and(eq(approvals.kind, kind), eq(approvals.subject, subject), isNull(approvals.outcome)),
  );

/** How many wait for a second operator, and for how many seconds the oldest has. */
export async function countWaiting(ctx: AppContext) {
  const rows = await ctx.db
    .select(waitingSince(approvals.askedAt))
    .from(approvals)
    .where(and(isNull(approvals.outcome), gt(approvals.expiresAt, appNow)));
  return onlyRow(rows);
}
