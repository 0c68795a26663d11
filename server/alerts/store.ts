import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { alerts } from "#db/schema/alerts.ts";
import { insertRows } from "../platform/database/insert-rows.ts";
import { inList } from "../platform/database/rows.ts";
import type { AppContext, Tx } from "../platform/operation/context.ts";
import { newId } from "../platform/values/ids.ts";
import type { Alert, AlertKind, AlertToRaise } from "./contract.ts";

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

export async function findAlert(ctx: AppContext, id: Alert["id"]) {
  const [row] = await ctx.db.select().from(alerts).where(eq(alerts.id, id));
  return row;
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

export const findFiring = (ctx: AppContext) =>
  ctx.db.select().from(alerts).where(isNull(alerts.resolvedAt)).orderBy(desc(alerts.lastAt)).limit(100);
