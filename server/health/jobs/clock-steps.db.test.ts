import { eq, isNull, sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "#db/client.ts";
import { alerts } from "#db/schema/alerts.ts";
import { holds } from "#db/schema/holds.ts";
import { transmissions } from "#db/schema/transmissions.ts";
import { systemContext } from "../../platform/operation/context.ts";
import { clock } from "../../testing/clock.ts";
import { given } from "../../testing/given.ts";
import { healthInTime } from "../../testing/health.ts";
import { givenMessages } from "../../testing/transmissions.ts";
import { watchJobs } from "./watch-jobs.ts";
import "../../jobs.ts";

const ctx = systemContext("watchdog");
const HOURS = 7200;
const beatAll = () =>
  db
    .execute(sql`update job_heartbeats set last_ok_at = app_now(), failures = 0`)
    .then(() => db.execute(sql`update job_runners set well_at = app_now()`));
const firing = async () => {
  const rows = await db.select().from(alerts).where(isNull(alerts.resolvedAt));
  return new Set(rows.map(({ kind }) => kind));
};

it("a job that does not run after the clock went back is missed all the same", async () => {
  await watchJobs(ctx);
  await clock.move(HOURS);
  await beatAll();
  await clock.move(-HOURS);
  await watchJobs(ctx);
  expect(await firing()).toEqual(new Set());
  await clock.move(190);
  await db.execute(sql`update job_runners set well_at = app_now()`);
  await watchJobs(ctx);
  expect(await firing()).toEqual(new Set(["job_missed"]));
  expect((await healthInTime()).checks.jobs.status).toBe("DEGRADED");
  await beatAll();
  await watchJobs(ctx);
});

it("a job runner that stops looking after the clock went back is told of all the same", async () => {
  await watchJobs(ctx);
  await clock.move(HOURS);
  await beatAll();
  await clock.move(-HOURS);
  await watchJobs(ctx);
  await clock.move(60);
  await watchJobs(ctx);
  expect(await firing()).toEqual(new Set(["job_driver_stalled"]));
  expect((await healthInTime()).checks).toMatchObject({
    ...{ jobServer: { status: "DEGRADED" }, jobRegistration: { status: "HEALTHY" } },
    jobs: { status: "HEALTHY" },
  });
  await beatAll();
  await watchJobs(ctx);
  expect(await firing()).toEqual(new Set());
});

it("what was set by the clock before waits no longer than its own period by the clock after", async () => {
  const { id } = await given.saleOpen({ stock: 4 });
  const early = await given.hold(await given.person(), id);
  await clock.move(HOURS);
  const late = await given.hold(await given.person(), id);
  await givenMessages(1);
  await db.execute(sql`
    insert into transmission_circuits (destination, state, probe_at)
    values ('email', 'OPEN', app_now() + interval '30 seconds')`);
  await clock.move(-HOURS);
  await watchJobs(ctx);
  const secondsLeft = sql<number>`extract(epoch from ${holds.expiresAt} - app_now())::float`;
  const [hold] = await db.select({ secondsLeft }).from(holds).where(eq(holds.id, late.holdId));
  expect(hold?.secondsLeft).toBeGreaterThan(60);
  expect(hold?.secondsLeft).toBeLessThanOrEqual(120);
  expect(early.holdId).not.toBe(late.holdId);
  expect(await db.$count(transmissions, sql`next_attempt_at > app_now() + interval '1 second'`)).toBe(0);
  const [circuit] = await db.execute<{ soon: boolean }>(
    sql`select probe_at <= app_now() + interval '30 seconds' as soon from transmission_circuits`,
  );
  expect(circuit?.soon).toBe(true);
});

it("a clock that is corrected by a second moves nothing", async () => {
  const { id } = await given.saleOpen({ stock: 4 });
  const { holdId } = await given.hold(await given.person(), id);
  const [before] = await db.select().from(holds).where(eq(holds.id, holdId));
  await clock.move(-1);
  await watchJobs(ctx);
  expect(await db.select().from(holds).where(eq(holds.id, holdId))).toEqual([before]);
});
