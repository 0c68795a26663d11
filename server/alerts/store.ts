import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { alerts } from "#db/schema/alerts.ts";
import { users } from "#db/schema/auth.ts";
import { insertRows } from "../platform/database/insert-rows.ts";
import { inList } from "../platform/database/rows.ts";
import type { AppContext, Tx } from "../platform/operation/context.ts";
import { newId } from "../platform/values/ids.ts";
import { type Alert, AlertKind, type AlertToRaise } from "./contract.ts";

/** Fires alerts; an alert that already fires counts once more. No two of them may have the same kind and subject. */
export const fireAlerts = (tx: Tx, raised: readonly AlertToRaise[]): Promise<void> =>
  insertRows(
    tx,
    alerts,
    raised.map((alert) => ({ id: newId("alert"), ...alert, count: 1 })),
    sql`on conflict (kind, subject) where resolved_at is null
        do update set count = alerts.count + 1, last_at = app_now(), detail = excluded.detail`,
  );

export const endAlerts = (tx: Tx, kind: AlertKind, subjects: readonly string[]) =>
  tx.db
    .update(alerts)
    .set({ resolvedAt: sql`app_now()` })
    .where(and(eq(alerts.kind, kind), inList(alerts.subject, subjects), isNull(alerts.resolvedAt)));

/** What people were not told of an alert yet: that it fires, that it ended, or both. */
export interface UntoldAlert {
  readonly id: Alert["id"];
  readonly kind: string;
  readonly subject: string;
  readonly fires: boolean;
  readonly ends: boolean;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Takes alerts that people were not told of, the oldest first, and marks them as told. Another taker gets others. */
export async function takeUntold(tx: Tx, countMax: number): Promise<UntoldAlert[]> {
  const rows = await tx.db.execute<Omit<UntoldAlert, never> & { seq: number }>(sql`
    with untold as (
      select id, firing_told_at is null as fires, resolved_at is not null as ends,
        row_number() over (order by first_at, id) as seq
      from (select * from alerts where firing_told_at is null or (resolved_at is not null and end_told_at is null)
            order by first_at limit ${countMax} for update skip locked) some_alerts)
    update alerts set firing_told_at = coalesce(firing_told_at, app_now()),
      end_told_at = case when untold.ends then app_now() end
    from untold where alerts.id = untold.id
    returning alerts.id, alerts.kind, alerts.subject, alerts.detail, untold.fires, untold.ends, untold.seq::int as seq`);
  return rows.sort((one, other) => one.seq - other.seq);
}

/** Who looks after an alert that still fires. @returns whether there was one */
export async function saveAcknowledgement(
  tx: Tx,
  { id, ...said }: Pick<typeof alerts.$inferInsert, "id" | "ownerId" | "note" | "acknowledgedById">,
): Promise<boolean> {
  const rows = await tx.db
    .update(alerts)
    .set({ ...said, acknowledgedAt: sql`app_now()` })
    .where(and(eq(alerts.id, id), isNull(alerts.resolvedAt)))
    .returning({ id: alerts.id });
  return rows.length > 0;
}

export async function findAlert(ctx: AppContext, id: Alert["id"]) {
  const [row] = await select(ctx).where(eq(alerts.id, id));
  return row && viewOf(row);
}

/** The alerts that fire, the latest first. */
export async function findFiring(ctx: AppContext) {
  const rows = await select(ctx).where(isNull(alerts.resolvedAt)).orderBy(desc(alerts.lastAt)).limit(100);
  return rows.map(viewOf);
}

const acknowledger = alias(users, "acknowledger");
const owner = alias(users, "owner");

const select = (ctx: AppContext) =>
  ctx.db
    .select({ alert: alerts, by: acknowledger.email, owner: { id: owner.id, email: owner.email } })
    .from(alerts)
    .leftJoin(acknowledger, eq(acknowledger.id, alerts.acknowledgedById))
    .leftJoin(owner, eq(owner.id, alerts.ownerId));

function viewOf(row: Awaited<ReturnType<typeof select>>[number]) {
  const { acknowledgedAt: at, note, ...alert } = row.alert;
  const acknowledged = at && row.by !== null && row.owner ? { at, by: row.by, owner: row.owner, note } : null;
  return { ...alert, kind: AlertKind.parse(alert.kind), acknowledged };
}

/** How many alerts fire, by kind. */
export async function countFiring(ctx: AppContext): Promise<Map<string, number>> {
  const rows = await ctx.db
    .select({ kind: alerts.kind, count: sql<number>`count(*)::int` })
    .from(alerts)
    .where(isNull(alerts.resolvedAt))
    .groupBy(alerts.kind);
  return new Map(rows.map(({ kind, count }) => [kind, count]));
}
