import { desc, sql } from "drizzle-orm";
import { RETENTION_DAYS } from "#db/privacy/retention.ts";
import { healthChanges, healthChecks } from "#db/schema/health.ts";
import { neverAhead } from "../platform/database/clock-steps.ts";
import type { AppContext, Tx } from "../platform/operation/context.ts";
import type { RecordedName } from "./contract.ts";
import type { HealthState } from "./machine.ts";

neverAhead(healthChecks.seenSince, 0);

/** A recorded check, with how many seconds ago what is seen began to differ and the record began. */
export interface RecordedCheck {
  readonly name: RecordedName;
  readonly state: HealthState;
  readonly seen: HealthState;
  readonly seenSeconds: number;
  readonly sinceSeconds: number;
}

/** The records of these checks, locked: of processes that look at once, one decides after the other. */
export async function lockRecorded(tx: Tx, names: readonly RecordedName[]): Promise<RecordedCheck[]> {
  await tx.db
    .insert(healthChecks)
    .values(names.map((name) => ({ name })))
    .onConflictDoNothing();
  const secondsSince = (column: typeof healthChecks.since | typeof healthChecks.seenSince) =>
    sql<number>`extract(epoch from app_now() - ${column})::float`;
  const { name, state, seen, seenSince, since } = healthChecks;
  const rows = await tx.db
    .select({ name, state, seen, seenSeconds: secondsSince(seenSince), sinceSeconds: secondsSince(since) })
    .from(healthChecks)
    .orderBy(name)
    .for("update");
  return rows.filter((row): row is RecordedCheck => names.some((known) => known === row.name));
}

/** What a look came to, of one check. */
export interface Look {
  readonly name: RecordedName;
  readonly state: HealthState;
  readonly before: HealthState;
  readonly seen: HealthState;
  readonly cause: string | null;
  /** How many seconds ago the state began, where it is new. */
  readonly ago: number;
  /** Whether what is seen began to differ with this look. */
  readonly isNewlySeen: boolean;
}

/** Records what was seen, and a change for each state that is new. */
export async function saveLooks(tx: Tx, looks: readonly Look[]): Promise<void> {
  for (const { name, state, before, seen, cause, ago, isNewlySeen } of looks) {
    const at = sql`app_now() - make_interval(secs => ${ago})`;
    await tx.db
      .update(healthChecks)
      .set({
        ...{ state, seen, cause, lookedAt: sql`app_now()` },
        ...(state !== before && { since: at }),
        ...(isNewlySeen && { seenSince: sql`app_now()` }),
      })
      .where(sql`${healthChecks.name} = ${name}`);
    if (state !== before)
      await tx.db.insert(healthChanges).values({ name, fromState: before, toState: state, cause, at });
  }
}

/** How every check is recorded. */
export async function findRecorded(ctx: AppContext) {
  const { name, state: status, since, cause, lookedAt } = healthChecks;
  const rows = await ctx.db.select({ name, status, since, cause, lookedAt }).from(healthChecks);
  return rows.map((row) => ({ ...row, name: row.name as RecordedName }));
}

/** The latest changes. */
export async function findChanges(ctx: AppContext, limit: number) {
  const { seq, name, fromState: from, toState: to, cause, at } = healthChanges;
  const rows = await ctx.db
    .select({ seq, name, from, to, cause, at })
    .from(healthChanges)
    .orderBy(desc(seq))
    .limit(limit);
  return rows.map((row) => ({ ...row, name: row.name as RecordedName }));
}

/** Deletes changes that are past their time. @returns how many */
export async function deleteOldChanges(ctx: AppContext): Promise<number> {
  const rows = await ctx.db
    .delete(healthChanges)
    .where(sql`${healthChanges.at} < app_now() - make_interval(days => ${RETENTION_DAYS.healthChanges})`)
    .returning({ seq: healthChanges.seq });
  return rows.length;
}
