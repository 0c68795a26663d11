import { isNull, sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, it, vi } from "vitest";
import { db } from "#db/client.ts";
import { alerts } from "#db/schema/alerts.ts";
import { watchJobs } from "../health/jobs/watch-jobs.ts";
import { keepRegistered, registerApp } from "../job-runner/jobs/register-app.ts";
import { jobs } from "../jobs.ts";
import { INNGEST_PATH, serveOrigin } from "../platform/jobs/inngest.ts";
import { systemContext } from "../platform/operation/context.ts";
import { clock } from "../testing/clock.ts";
import { healthInTime } from "../testing/health.ts";
import { recorded } from "../testing/inngest-server.ts";
import { ownerDb } from "../testing/owner.ts";
import { until } from "../testing/until.ts";
import { createApp } from "./app.ts";

// Hoisted above the imports, whose modules read the settings as they load.
const { server, KEY } = await vi.hoisted(async () => {
  const { givenInngestServer } = await import("../testing/inngest-server.ts");
  const KEY = `signkey-test-${"ab".repeat(32)}`;
  const server = await givenInngestServer(KEY);
  vi.stubEnv("INNGEST_BASE_URL", server.url);
  vi.stubEnv("INNGEST_SIGNING_KEY", KEY);
  vi.stubEnv("INNGEST_EVENT_KEY", "test");
  vi.stubEnv("INNGEST_SERVE_ORIGIN", "http://app.internal:3000");
  return { server, KEY };
});

const ctx = systemContext("test");
const endpoint = createApp();
const ask = async (request: Request) => endpoint.fetch(request);
const app = { ask, url: `${serveOrigin()}${INNGEST_PATH}`, signingKey: KEY };
const register = () => registerApp(ctx, app, server.url);

const allBeat = () => db.execute(sql`update job_heartbeats set last_ok_at = app_now(), failures = 0`);
// Before each test, since only the watch writes the rows of the jobs that it expects: the first test would find none.
beforeEach(async () => {
  await register();
  await watchJobs(ctx);
  await allBeat();
  await watchJobs(ctx);
});
afterAll(() => server.stop());

/** What a person on duty reads: the alerts that fire, and the checks that are not well, with their cause. */
async function onDuty() {
  await watchJobs(ctx);
  const firing = await db.select().from(alerts).where(isNull(alerts.resolvedAt));
  const { checks } = await healthInTime();
  return {
    alerts: firing.map(({ kind, subject, detail }) => ({ kind, subject, ...detail })),
    unwell: Object.entries(checks).flatMap(([name, { status, cause }]) =>
      status === "HEALTHY" ? [] : [{ name, cause }],
    ),
  };
}
const NOTHING = { alerts: [], unwell: [] };

it("is told of every function at the start, where it reaches the app, by however many processes", async () => {
  const before = server.known.registrations;
  const stops = [1, 2].map(() => keepRegistered(ctx, app, server.url));
  await until(() => server.known.registrations === before + 2);
  await Promise.all(stops.map((stop) => stop()));
  expect(server.known.url).toBe("http://app.internal:3000/api/inngest");
  expect(server.known.functions.map(({ id }) => id).sort()).toEqual(
    jobs.map((job) => job.id("seonchak")).sort(),
  );
  server.forget();
  await register();
  expect(server.known.functions).toHaveLength(jobs.length);
});

it("that is away is told of as such, with the cause, until it is back", async () => {
  await server.stop();
  try {
    await expect(register()).resolves.toEqual({
      ...{ fault: "away", cause: expect.stringMatching(/^fetch failed: ./) },
    });
    expect(await onDuty()).toEqual(NOTHING);
    await clock.move(600);
    await register();
    expect(await onDuty()).toEqual({
      alerts: [
        { kind: "job_server_away", subject: "inngest", cause: expect.stringContaining("ECONNREFUSED") },
      ],
      unwell: [{ name: "jobServer", cause: expect.stringContaining("ECONNREFUSED") }],
    });
  } finally {
    await server.start();
  }
  await register();
  await allBeat();
  expect(await onDuty()).toEqual(NOTHING);
});

it("that does not take the app is told of as such, with its own words", async () => {
  server.refuse(true);
  try {
    await clock.move(600);
    await register();
    expect(await onDuty()).toEqual({
      alerts: [
        { kind: "job_app_unknown", subject: "inngest", cause: expect.stringContaining("Unauthorized") },
      ],
      unwell: [{ name: "jobRegistration", cause: expect.stringContaining("Unauthorized") }],
    });
  } finally {
    server.refuse(false);
  }
  await register();
  await allBeat();
  expect(await onDuty()).toEqual(NOTHING);
});

it("that knows the app and begins nothing is told of by each job that is missed", async () => {
  await db.execute(sql`update job_heartbeats set last_ok_at = app_now() - interval '10 minutes'`);
  const { alerts: firing, unwell } = await onDuty();
  expect(new Set(firing.map(({ kind }) => kind))).toEqual(new Set(["job_missed"]));
  expect(unwell).toMatchObject([{ name: "jobs" }]);
});

it("a job that fails is told of by its class of failure and trace, and neither server nor alert gets its query", async () => {
  const [request] = recorded.filter(({ what }) => what.includes("holds.expire answered 206 RunComplete"));
  if (!request) throw new Error("there is no such recording");
  const run = () => server.ask(ask, "seonchak-holds.expire", request);
  expect(await run()).toMatchObject({ status: 206, body: [{ op: "StepRun" }] });
  await ownerDb.execute(sql`alter table holds rename to nowhere`);
  try {
    for (let failures = 1; failures <= 3; failures++) {
      expect(await onDuty()).toEqual(NOTHING);
      const answer = await run();
      expect(answer).toMatchObject({ status: 206, body: [{ op: "StepError" }] });
      expect(JSON.stringify(answer.body)).not.toMatch(/select|params|query/i);
    }
    expect(await onDuty()).toEqual({
      alerts: [
        {
          ...{ kind: "job_failing", subject: "holds.expire", failures: 3 },
          cause: expect.stringMatching(/^PostgresError 42P01 \(trace [0-9a-f]{32}\)$/),
        },
      ],
      unwell: [{ name: "jobs", cause: expect.stringContaining(".") }],
    });
  } finally {
    await ownerDb.execute(sql`alter table nowhere rename to holds`);
  }
  await run();
  expect(await onDuty()).toEqual(NOTHING);
});

it.each(recorded.filter(({ request }) => request.method === "POST").map((one) => [one.what, one] as const))(
  "asks what a real one asked, and gets an answer of the protocol: %s",
  async (_, exchange) => {
    const { searchParams } = new URL(exchange.request.path, app.url);
    const answer = await server.ask(ask, searchParams.get("fnId") ?? "", exchange);
    expect([200, 206]).toContain(answer.status);
  },
);
