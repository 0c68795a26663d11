import { and, eq, isNull, lt, lte, notInArray, sql } from "drizzle-orm";
import { jobCrons, jobEvents, jobRuns } from "#db/schema/driver.ts";
import { appNow, inSeconds } from "../platform/clock.ts";
import type { AppContext, Tx } from "../platform/context.ts";
import { newId } from "../platform/ids.ts";
import type { DriverEvent, Pending, Progress, Steps } from "./contract.ts";

type Row = typeof jobRuns.$inferSelect;
export type RunRow = Omit<Row, "event" | "steps" | "pending"> & {
  readonly event: DriverEvent;
  readonly steps: Steps;
  readonly pending: Pending;
};

/** A driver that is alive renews its lease well before. */
const LEASE_SECONDS = 30;
const KEPT_HOURS = 24;
const PURGED_MAX = 1000;

/** Claims of all drivers come one after another: a limit on how many run at once is counted, not guessed. */
const CLAIM_LOCK = 7_305_817;

/** @returns whether the event is new */
export async function insertEvent(tx: Tx, id: string): Promise<boolean> {
  const rows = await tx.db.insert(jobEvents).values({ id }).onConflictDoNothing().returning();
  return rows.length > 0;
}

export const insertRun = (tx: Tx, functionId: string, event: DriverEvent) =>
  tx.db.insert(jobRuns).values({ id: newId("job_run"), functionId, event: { ...event } });

/** Whether anything may be claimed: asked often, and the claim itself seldom. */
export async function isAnythingDue(ctx: AppContext): Promise<boolean> {
  const [row] = await ctx.db.execute<{ due: boolean }>(sql`
    select exists (select from job_runs where ended_at is null and due_at <= app_now()
                   and (leased_until is null or leased_until <= app_now()))
        or exists (select from job_crons where next_at <= app_now()) as due`);
  return row?.due ?? false;
}

/**
 * Takes the run that has been due for longest, under a lease by the database's clock, of a function that has fewer at
 * once than it may.
 * @param limits - by function id: how many may run at once; other functions are not this driver's
 */
export async function claimRun(
  tx: Tx,
  limits: Readonly<Record<string, number>>,
): Promise<RunRow | undefined> {
  await tx.db.execute(sql`select pg_advisory_xact_lock(${CLAIM_LOCK})`);
  const next = sql`(
    with running as (
      select function_id, count(*) as number from job_runs
      where ended_at is null and leased_until > app_now() group by function_id)
    select run.id from job_runs run
    join json_each_text(${JSON.stringify(limits)}::json) as bound(function_id, most) using (function_id)
    left join running using (function_id)
    where run.ended_at is null and run.due_at <= app_now()
      and (run.leased_until is null or run.leased_until <= app_now())
      and coalesce(running.number, 0) < bound.most::int
    order by run.due_at limit 1 for update of run skip locked)`;
  const [row] = await tx.db
    .update(jobRuns)
    .set({ claims: sql`${jobRuns.claims} + 1`, leasedUntil: inSeconds(LEASE_SECONDS) })
    .where(sql`${jobRuns.id} = ${next}`)
    .returning();
  return row as RunRow | undefined;
}

/** Those who hold the run by its last claim. */
const stillTheirs = ({ id, claims }: Pick<RunRow, "id" | "claims">) =>
  and(eq(jobRuns.id, id), eq(jobRuns.claims, claims), isNull(jobRuns.endedAt));

/** Keeps the lease of a run that is being worked on. */
export const renewLease = (ctx: AppContext, run: RunRow) =>
  ctx.db
    .update(jobRuns)
    .set({ leasedUntil: inSeconds(LEASE_SECONDS) })
    .where(stillTheirs(run));

/**
 * Keeps how far a run has come; the lease is given back where it waits or is over.
 * @returns false where another driver took it over, and nothing was written
 */
export async function saveRun(tx: Tx, run: RunRow, progress: Progress, waits: boolean): Promise<boolean> {
  const { end, steps, stack, pending, attempt, dueAt } = progress;
  const ended = end && {
    endedAt: appNow,
    outcome: end.outcome,
    error: end.outcome === "failed" ? `${end.error.name}: ${end.error.message}` : null,
  };
  const rows = await tx.db
    .update(jobRuns)
    .set({
      ...{ steps, pending, attempt, dueAt, stack: [...stack] },
      leasedUntil: waits || end ? null : inSeconds(LEASE_SECONDS),
      ...ended,
    })
    .where(stillTheirs(run))
    .returning({ id: jobRuns.id });
  return rows.length > 0;
}

/** Keeps the schedule of the functions there are: what is new or changed begins at `nextAt`. */
export async function scheduleCrons(
  tx: Tx,
  crons: readonly { readonly functionId: string; readonly cron: string; readonly nextAt: Date }[],
): Promise<void> {
  const ids = crons.map(({ functionId }) => functionId);
  await tx.db.delete(jobCrons).where(ids.length > 0 ? notInArray(jobCrons.functionId, ids) : undefined);
  if (crons.length === 0) return;
  await tx.db
    .insert(jobCrons)
    .values([...crons])
    .onConflictDoUpdate({
      target: jobCrons.functionId,
      set: { cron: sql`excluded.cron`, nextAt: sql`excluded.next_at` },
      setWhere: sql`${jobCrons.cron} <> excluded.cron`,
    });
}

/** Crons whose time has come, locked; another driver that looks at the same time finds none of them. */
export const lockDueCrons = (tx: Tx) =>
  tx.db.select().from(jobCrons).where(lte(jobCrons.nextAt, appNow)).for("update", { skipLocked: true });

export const setNextCron = (tx: Tx, functionId: string, nextAt: Date) =>
  tx.db.update(jobCrons).set({ nextAt }).where(eq(jobCrons.functionId, functionId));

/** Forgets events and runs that are long over. @returns how many */
export async function purge(ctx: AppContext): Promise<number> {
  const old = sql`app_now() - make_interval(hours => ${KEPT_HOURS})`;
  const runs = ctx.db
    .select({ id: jobRuns.id })
    .from(jobRuns)
    .where(lt(jobRuns.endedAt, old))
    .limit(PURGED_MAX);
  const events = ctx.db
    .select({ id: jobEvents.id })
    .from(jobEvents)
    .where(lt(jobEvents.receivedAt, old))
    .limit(PURGED_MAX);
  const [gone, forgotten] = await Promise.all([
    ctx.db.delete(jobRuns).where(sql`${jobRuns.id} in ${runs}`).returning({ id: jobRuns.id }),
    ctx.db.delete(jobEvents).where(sql`${jobEvents.id} in ${events}`).returning({ id: jobEvents.id }),
  ]);
  return gone.length + forgotten.length;
}
