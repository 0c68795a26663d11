import { isNull } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "#db/client.ts";
import { alerts } from "#db/schema/alerts.ts";
import { cronJobs } from "../../platform/jobs/job.ts";
import { systemContext } from "../../platform/operation/context.ts";
import { clock } from "../../testing/clock.ts";
import { healthInTime } from "../../testing/health.ts";
import { deliver, givenMessages, receiver } from "../../testing/transmissions.ts";
import { watchJobs } from "./watch-jobs.ts";
import "../../jobs.ts";

const ctx = systemContext("watchdog");
const firing = async () => {
  const rows = await db.select().from(alerts).where(isNull(alerts.resolvedAt));
  return rows.map(({ kind, subject }) => `${kind} ${subject}`).sort();
};
const allBeat = () => db.execute("update job_heartbeats set last_ok_at = app_now()");
const driverLooks = () => db.execute("update job_runners set well_at = app_now()");
const minutely = [...cronJobs].filter(([, seconds]) => seconds === 60).map(([name]) => `job_missed ${name}`);

it("tells of jobs that were not heard of for three periods, several watching, until they are back", async () => {
  await watchJobs(ctx);
  await allBeat();
  await clock.move(170);
  await driverLooks();
  await watchJobs(ctx);
  expect(await firing()).toEqual([]);
  expect((await healthInTime()).checks.jobs).toMatchObject({ status: "HEALTHY" });
  await clock.move(20);
  await Promise.all([watchJobs(ctx), watchJobs(ctx), watchJobs(ctx)]);
  expect(minutely.length).toBeGreaterThan(2);
  expect(await firing()).toEqual(minutely.sort());
  expect(await healthInTime()).toMatchObject({
    status: "DEGRADED",
    checks: { jobs: { status: "DEGRADED" } },
  });
  await allBeat();
  await watchJobs(ctx);
  expect(await firing()).toEqual([]);
});

it("tells of an outbox whose oldest message waits too long, whichever runner should have delivered it", async () => {
  await givenMessages(1);
  await clock.move(590);
  await driverLooks();
  await allBeat();
  await watchJobs(ctx);
  expect(await firing()).toEqual([]);
  await clock.move(20);
  await watchJobs(ctx);
  expect(await firing()).toEqual(["transmissions_late data-platform"]);
  await deliver(receiver().gateway);
  await watchJobs(ctx);
  expect(await firing()).toEqual([]);
});
