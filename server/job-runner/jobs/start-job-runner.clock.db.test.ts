import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { jobCrons, jobRuns } from "#db/schema/job-runner.ts";
import { clock } from "../../testing/clock.ts";
import { givenApps } from "../../testing/job-runner.ts";
import { until } from "../../testing/until.ts";

const given = givenApps();

const waiting = () =>
  until(() => db.$count(jobRuns, sql`attempt = 1 and leased_until is null and ended_at is null`));
const atRest = async () =>
  (await db.$count(jobRuns, sql`leased_until is not null and ended_at is null`)) === 0;
const ended = () => db.select().from(jobRuns).where(sql`ended_at is not null`);

describe("a clock that goes two hours forward and back", () => {
  const HOURS = 7200;
  const dueInSeconds = async (rows: "job_crons" | "job_runs") => {
    const due = rows === "job_crons" ? sql`next_at` : sql`due_at`;
    const [row] = await db.execute<{ seconds: number }>(
      sql`select extract(epoch from max(${due}) - app_now())::float as seconds from ${sql.identifier(rows)}`,
    );
    return row?.seconds ?? 0;
  };

  it.each(["while the job runner runs", "while none does"])("stops no cron, %s", async (when) => {
    let runs = 0;
    const app = given((client) => [
      client.createFunction({ id: "minutely", retries: 0, triggers: [{ cron: "* * * * *" }] }, async () => {
        runs++;
      }),
    ]);
    await app.drive();
    await until(async () => (await db.$count(jobCrons)) === 1);
    await clock.move(HOURS);
    await app.untilSo(() => runs === 1);
    await app.untilSo(atRest);
    if (when === "while none does") await app.stop();
    await clock.move(-HOURS);
    if (when === "while none does") await app.drive();
    await app.untilSo(async () => (await dueInSeconds("job_crons")) <= 60);
    const before = runs;
    await clock.move(60);
    await app.untilSo(() => runs > before);
    await app.untilSo(async () => (await ended()).length === (await db.$count(jobRuns)));
  });

  it("delays no event that came meanwhile", async () => {
    let runs = 0;
    const app = given((client) => [
      client.createFunction({ id: "once", retries: 0, triggers: [{ event: "go" }] }, async () => void runs++),
    ]);
    const runner = await app.drive();
    await runner.stop();
    await clock.move(HOURS);
    await runner.send([{ name: "go", data: {} }]);
    await clock.move(-HOURS);
    await app.drive();
    await app.untilSo(() => runs === 1);
    await app.untilSo(async () => (await ended()).length === 1);
  });

  it("makes a failed step wait as long as it still had to", async () => {
    let tries = 0;
    const app = given((client) => [
      client.createFunction({ id: "retried", retries: 3, triggers: [{ event: "go" }] }, async ({ step }) => {
        await step.run("bad", () => {
          if (++tries < 2) throw new Error("not yet");
        });
      }),
    ]);
    await app.drive();
    await clock.move(HOURS);
    await app.client.send({ name: "go", data: {} });
    await waiting();
    await clock.move(-HOURS);
    await app.untilSo(async () => tries > 1 || (await dueInSeconds("job_runs")) <= 15);
    await clock.move(16);
    await app.untilSo(async () => (await ended()).length === 1);
    expect(tries).toBe(2);
  });

  it("leaves no run with a job runner that died", async () => {
    let runs = 0;
    const app = given((client) => [
      client.createFunction(
        { id: "alone", retries: 0, concurrency: 1, triggers: [{ event: "go" }] },
        async () => void runs++,
      ),
    ]);
    const dead = await app.drive();
    await dead.stop();
    await clock.move(HOURS);
    await dead.send([{ name: "go", data: {} }]);
    await db.update(jobRuns).set({ claims: 1, leasedUntil: sql`app_now() + interval '30 seconds'` });
    await clock.move(-HOURS);
    await app.drive();
    await app.untilSo(() => runs === 1);
    await app.untilSo(async () => (await ended()).length === 1);
  });
});
