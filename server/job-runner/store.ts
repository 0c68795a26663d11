import { and, eq, getTableColumns, isNull, lt, lte, notInArray, sql } from "drizzle-orm";
import { jobCrons, jobEvents, jobRunners, jobRuns } from "#db/schema/job-runner.ts";
import { appNow, inSeconds } from "../platform/database/clock.ts";
import { isAhead, isOver, neverAhead } from "../platform/database/clock-steps.ts";
import { onlyRow } from "../platform/database/rows.ts";
import type { AppContext, Tx } from "../platform/operation/context.ts";
import { newId } from "../platform/values/ids.ts";
import type { Outcome, RunEvent, RunnerFault, RunnerName } from "./contract.ts";

type Row = typeof jobRuns.$inferSelect;
export type RunRow = Omit<Row, "event"> & { readonly event: RunEvent };

/** A runner that is alive renews its lease well before. */
const LEASE_SECONDS = 30;
const KEPT_HOURS = 24;
const PURGED_MAX = 1000;

/** Claims of all runners come one after another: a limit on how many run at once is counted, not guessed. */
const CLAIM_LOCK = 7_305_817;

/** @returns whether the event is new */
export async function insertEvent(tx: Tx, id: string): Promise<boolean> {
  const rows = await tx.db.insert(jobEvents).values({ id }).onConflictDoNothing().returning();
  return rows.length > 0;
}

export const insertRun = (tx: Tx, functionId: string, event: RunEvent) =>
  tx.db.insert(jobRuns).values({ id: newId("job_run"), functionId, event: { ...event } });

/** A row that was written before the clock was set back is looked at now, since its due time is by the old clock. */
const isRunDue = sql`(due_at <= app_now() or ${isAhead(sql`saved_at`)})`;
const isCronDue = sql`(next_at <= app_now() or ${isAhead(sql`set_at`)})`;
const isFree = sql`(leased_until is null or ${isOver(sql`leased_until`, LEASE_SECONDS)})`;

/** Whether a run may be claimed, and whether a cron may begin one: asked often, and both are seldom so. */
export async function findDue(ctx: AppContext): Promise<{ readonly runs: boolean; readonly crons: boolean }> {
  const rows = await ctx.db.execute<{ runs: boolean; crons: boolean }>(sql`
    select exists (select from job_runs where ended_at is null and ${isRunDue} and ${isFree}) as runs,
      exists (select from job_crons where ${isCronDue}) as crons`);
  return onlyRow(rows);
}

/**
 * Takes the run that has been due for longest, under a lease by the database's clock, of a function that has fewer at
 * once than it may.
 * @param limits - by function id: how many may run at once; this runner has no other functions
 */
export async function claimRun(
  tx: Tx,
  limits: Readonly<Record<string, number>>,
): Promise<RunRow | undefined> {
  await tx.db.execute(sql`select pg_advisory_xact_lock(${CLAIM_LOCK})`);
  const next = sql`(
    with running as (
      select function_id, count(*) as number from job_runs
      where ended_at is null and not ${isFree} group by function_id)
    select run.id from job_runs run
    join json_each_text(${JSON.stringify(limits)}::json) as bound(function_id, most) using (function_id)
    left join running using (function_id)
    where run.ended_at is null and ${isRunDue} and ${isFree}
      and coalesce(running.number, 0) < bound.most::int
    order by run.due_at limit 1 for update of run skip locked)`;
  const [row] = await tx.db
    .update(jobRuns)
    .set({ claims: sql`${jobRuns.claims} + 1`, leasedUntil: inSeconds(LEASE_SECONDS) })
    .where(sql`${jobRuns.id} = ${next}`)
    .returning();
  return row as RunRow | undefined;
}

/** The run, as long as this claim is its last. */
const heldByClaim = ({ id, claims }: Pick<RunRow, "id" | "claims">) =>
  and(eq(jobRuns.id, id), eq(jobRuns.claims, claims), isNull(jobRuns.endedAt));

/** Renews the lease of a run that is being executed. */
export const renewLease = (ctx: AppContext, run: RunRow) =>
  ctx.db
    .update(jobRuns)
    .set({ leasedUntil: inSeconds(LEASE_SECONDS) })
    .where(heldByClaim(run));

/** Gives the lease back until the run is due for another try. Writes nothing where another runner took the run over. */
export async function postponeRun(ctx: AppContext, run: RunRow, attempt: number, dueAt: Date): Promise<void> {
  await ctx.db
    .update(jobRuns)
    .set({ attempt, dueAt, savedAt: appNow, leasedUntil: null })
    .where(heldByClaim(run));
}

/** Ends the run. Writes nothing where another runner took the run over. */
export async function endRun(
  ctx: AppContext,
  run: RunRow,
  outcome: Exclude<Outcome, { kind: "retry" }>,
): Promise<void> {
  const error = outcome.kind === "failed" ? `${outcome.error.name}: ${outcome.error.message}` : null;
  await ctx.db
    .update(jobRuns)
    .set({ outcome: outcome.kind, error, endedAt: appNow, savedAt: appNow, leasedUntil: null })
    .where(heldByClaim(run));
}

/** Saves the schedules of the functions: a new or changed one starts at `nextAt`. */
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
      set: { cron: sql`excluded.cron`, nextAt: sql`excluded.next_at`, setAt: appNow },
      setWhere: sql`${jobCrons.cron} <> excluded.cron`,
    });
}

/**
 * Crons whose time has come, or whose time is by a clock that was set back since, locked; another runner that looks at
 * the same time finds none of them.
 */
export const lockDueCrons = (tx: Tx) =>
  tx.db
    .select({ ...getTableColumns(jobCrons), hasCome: sql<boolean>`${lte(jobCrons.nextAt, appNow)}` })
    .from(jobCrons)
    .where(isCronDue)
    .for("update", { skipLocked: true });

export const setNextCron = (tx: Tx, functionId: string, nextAt: Date) =>
  tx.db.update(jobCrons).set({ nextAt, setAt: appNow }).where(eq(jobCrons.functionId, functionId));

/** Records that a runner works, or what is wrong with it. */
export const recordRunner = (ctx: AppContext, name: RunnerName, fault?: RunnerFault) =>
  ctx.db
    .insert(jobRunners)
    .values({ name, ...fault })
    .onConflictDoUpdate({
      target: jobRunners.name,
      set: fault ?? { wellAt: appNow, fault: null, cause: null },
    });

/** @returns what is known of it, and how many seconds ago one of the processes found that it works */
export async function findRunner(ctx: AppContext, name: RunnerName) {
  const { wellAt, fault, cause } = jobRunners;
  const wellSecondsAgo = sql<number>`extract(epoch from app_now() - ${wellAt})::float`;
  const [row] = await ctx.db
    .select({ fault, cause, wellSecondsAgo })
    .from(jobRunners)
    .where(eq(jobRunners.name, name));
  return row;
}

/** Expects the runner to work from now on. */
export const expectRunner = (ctx: AppContext, name: RunnerName) =>
  ctx.db.insert(jobRunners).values({ name }).onConflictDoNothing();

neverAhead(jobRunners.wellAt, 0);

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
