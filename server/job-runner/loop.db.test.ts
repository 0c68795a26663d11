import { eq, sql } from "drizzle-orm";
import { NonRetriableError, RetryAfterError } from "inngest";
import { afterEach, describe, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { jobCrons, jobRuns } from "#db/schema/driver.ts";
import { clock } from "../testing/clock.ts";
import { givenApp } from "../testing/job-runner.ts";
import { ownerDb } from "../testing/owner.ts";
import { until } from "../testing/until.ts";

const apps: ReturnType<typeof givenApp>[] = [];
afterEach(async () => {
  for (const app of apps.splice(0)) await app.stop();
  await ownerDb.execute(sql`truncate job_runs, job_events, job_crons`);
});

/** Ends with the test. */
function given(...args: Parameters<typeof givenApp>) {
  const app = givenApp(...args);
  apps.push(app);
  return app;
}

/** A run that has failed so often and waits for its next try. */
const waiting = (attempt: number) =>
  until(async () => {
    const [row] = await db
      .select()
      .from(jobRuns)
      .where(sql`attempt = ${attempt} and leased_until is null and ended_at is null`);
    return row ?? false;
  }) as Promise<typeof jobRuns.$inferSelect>;

/** Nothing runs: a lease that is held would end as the clock moves, and its run would be taken over. */
const atRest = () =>
  until(async () => (await db.$count(jobRuns, sql`leased_until is not null and ended_at is null`)) === 0);

const ended = () => db.select().from(jobRuns).where(sql`ended_at is not null`);

describe("a function", () => {
  it("runs its steps once each, in order and side by side, and what they answer is what it gets", async () => {
    const ran: string[] = [];
    const results: unknown[] = [];
    const app = given((client) => [
      client.createFunction(
        { id: "steps", retries: 0, triggers: [{ event: "go" }] },
        async ({ event, step }) => {
          const once = (name: string, value: unknown) =>
            step.run(name, () => {
              ran.push(name);
              return value;
            });
          const first = await once("first", event.data.n);
          const both = await Promise.all([once("left", 2), once("right", { three: 3 })]);
          results.push([first, ...both, await once("last", null)]);
        },
      ),
    ]);
    await app.drive();
    await app.client.send({ name: "go", data: { n: 1 } });
    await app.untilSo(() => results.length > 0);
    expect(results).toEqual([[1, 2, { three: 3 }, null]]);
    expect([ran[0], ran.slice(1, 3).sort(), ran[3]]).toEqual(["first", ["left", "right"], "last"]);
    await app.untilSo(async () => (await ended()).length === 1);
    expect(await ended()).toMatchObject([{ outcome: "completed", claims: 1 }]);
  });

  it("sleeps by the database's clock, and sends events that begin others", async () => {
    const heard: unknown[] = [];
    const app = given((client) => [
      client.createFunction({ id: "sleeper", retries: 0, triggers: [{ event: "go" }] }, async ({ step }) => {
        await step.sleep("nap", "90m");
        await step.sendEvent("tell", { name: "woken", data: { by: "sleeper" } });
      }),
      client.createFunction(
        { id: "listener", retries: 0, triggers: [{ event: "woken" }] },
        async ({ event }) => {
          heard.push(event.data);
        },
      ),
    ]);
    await app.drive();
    await app.client.send({ name: "go", data: {} });
    await app.untilSo(async () =>
      (await db.select().from(jobRuns)).some(({ pending }) => Object.keys(pending).length > 0),
    );
    await atRest();
    await clock.move(5300);
    await app.untilSo(atRest);
    expect(heard).toEqual([]);
    await clock.move(200);
    await app.untilSo(() => heard.length > 0);
    expect(heard).toEqual([{ by: "sleeper" }]);
  });

  it("is tried again by the table, and its steps that went well are not run twice", async () => {
    const ran = { good: 0, bad: 0 };
    const app = given((client) => [
      client.createFunction({ id: "retried", retries: 3, triggers: [{ event: "go" }] }, async ({ step }) => {
        await step.run("good", () => void ran.good++);
        await step.run("bad", () => {
          if (++ran.bad < 3) throw new Error("not yet");
        });
      }),
    ]);
    await app.drive();
    await app.client.send({ name: "go", data: {} });
    await waiting(1);
    await clock.move(16);
    await app.untilSo(() => ran.bad === 2);
    await waiting(2);
    await clock.move(31);
    await app.untilSo(async () => (await ended()).length === 1);
    expect(ran).toEqual({ good: 1, bad: 3 });
  });

  it("waits as long as it asks to before it is tried again", async () => {
    let tries = 0;
    const app = given((client) => [
      client.createFunction({ id: "patient", retries: 1, triggers: [{ event: "go" }] }, async ({ step }) => {
        await step.run("asks", () => {
          if (++tries === 1) throw new RetryAfterError("later", "10m");
        });
      }),
    ]);
    await app.drive();
    await app.client.send({ name: "go", data: {} });
    const { id } = await waiting(1);
    const [{ seconds = 0 } = {}] = await db.execute<{ seconds: number }>(
      sql`select extract(epoch from due_at - app_now())::int as seconds from job_runs where id = ${id}`,
    );
    expect(seconds).toBeGreaterThan(590);
    await clock.move(601);
    await app.untilSo(() => tries === 2);
  });

  it.each([
    ["for ever", () => new Error("broken"), 3],
    ["for good", () => new NonRetriableError("broken"), 1],
  ])("that fails %s is given up, and its onFailure is told why", async (_, error, times) => {
    const told: string[] = [];
    let tries = 0;
    const app = given((client) => [
      client.createFunction(
        {
          id: "failing",
          retries: 2,
          triggers: [{ event: "go" }],
          onFailure: async ({ error: why, event }) =>
            void told.push(`${why.message} ${event.data.event.data.n}`),
        },
        async () => {
          tries++;
          throw error();
        },
      ),
    ]);
    await app.drive();
    await app.client.send({ name: "go", data: { n: 7 } });
    for (let tried = 1; tried < times; tried++) {
      await waiting(tried);
      await clock.move(61);
    }
    await app.untilSo(() => told.length > 0);
    expect([told, tries]).toEqual([["broken 7"], times]);
    expect(await ended()).toContainEqual(
      expect.objectContaining({ outcome: "failed", error: expect.stringContaining("broken") }),
    );
  });

  it("runs no more often at once than it may", async () => {
    const gate = Promise.withResolvers<void>();
    let [now, most] = [0, 0];
    const app = given((client) => [
      client.createFunction(
        { id: "few", retries: 0, concurrency: 2, triggers: [{ event: "go" }] },
        async () => {
          most = Math.max(most, ++now);
          await gate.promise;
          now--;
        },
      ),
    ]);
    await Promise.all([app.drive(), app.drive()]);
    await app.client.send(Array.from({ length: 6 }, () => ({ name: "go", data: {} })));
    await app.untilSo(() => now === 2);
    gate.resolve();
    await app.untilSo(async () => (await ended()).length === 6);
    expect(most).toBe(2);
  });
});

it("a function that asks for what the driver does not know fails, and says what it was", async () => {
  const app = given((client) => [
    client.createFunction({ id: "odd", retries: 5, triggers: [{ event: "go" }] }, async ({ step }) => {
      await step.waitForEvent("never", { event: "other", timeout: "1d" });
    }),
    client.createFunction({ id: "timeless", retries: 5, triggers: [{ event: "go" }] }, async ({ step }) => {
      await step.sleep("for how long?", "no time");
    }),
  ]);
  await app.drive();
  await app.client.send({ name: "go", data: {} });
  await app.untilSo(async () => (await ended()).length === 2);
  const errors = (await ended()).map(({ outcome, error }) => `${outcome} ${error}`).join();
  expect(errors).toMatch(/failed .*"WaitForEvent"/);
  expect(errors).toMatch(/failed .*how long/);
});

describe("an event", () => {
  it("that comes twice under one id is one event", async () => {
    let runs = 0;
    const app = given((client) => [
      client.createFunction({ id: "once", retries: 0, triggers: [{ event: "go" }] }, async () => void runs++),
    ]);
    await app.drive();
    const send = () => app.client.send({ id: "the-same", name: "go", data: {} });
    await Promise.all([send(), send(), send()]);
    await app.client.send({ name: "go", data: {} });
    await app.untilSo(async () => (await ended()).length === 2);
    expect([runs, await db.$count(jobRuns)]).toEqual([2, 2]);
  });
});

describe("a cron", () => {
  const withCron = (ran: () => void) =>
    given((client) => [
      client.createFunction({ id: "minutely", retries: 0, triggers: [{ cron: "* * * * *" }] }, async () =>
        ran(),
      ),
    ]);

  it("runs once a minute, however many drivers look", async () => {
    let runs = 0;
    const app = withCron(() => void runs++);
    await Promise.all([app.drive(), app.drive(), app.drive()]);
    for (const expected of [1, 2, 3]) {
      await until(async () => (await db.$count(jobCrons)) === 1);
      await atRest();
      await clock.move(60);
      await app.untilSo(() => runs >= expected);
    }
    await app.untilSo(async () => (await ended()).length === (await db.$count(jobRuns)));
    // A minute of the real clock may begin meanwhile; what may not is that one minute runs twice.
    const minutes = (await ended()).map(({ event }) => (event.data as { scheduledAt: string }).scheduledAt);
    expect(new Set(minutes).size).toBe(runs);
    expect(minutes).toHaveLength(runs);
  });

  it("goes on where it was after a restart, and what it missed makes one run", async () => {
    let runs = 0;
    const app = withCron(() => void runs++);
    await app.drive();
    await until(async () => (await db.$count(jobCrons)) === 1);
    const [before] = await db.select().from(jobCrons);
    await app.stop();
    await clock.move(600);
    await app.drive();
    await app.untilSo(() => runs === 1);
    const [after] = await db.select().from(jobCrons);
    const aheadMs = (after?.nextAt.getTime() ?? 0) - (before?.nextAt.getTime() ?? 0);
    // Ten minutes, and one more where a minute of the real clock began in between.
    expect([600_000, 660_000]).toContain(aheadMs);
    expect(await db.$count(jobRuns)).toBe(1);
  });
});

describe("a driver that dies in the middle", () => {
  it("is followed by another, which runs only what was not kept; when it wakes it writes nothing", async () => {
    const ran: string[] = [];
    const asleep = Promise.withResolvers<void>();
    let calls = 0;
    const app = given((client) => [
      client.createFunction({ id: "shared", retries: 3, triggers: [{ event: "go" }] }, async ({ step }) => {
        await step.run("first", () => void ran.push("first"));
        await step.run("second", () => void ran.push("second"));
      }),
    ]);
    const stuck = await app.drive(async (request) => {
      // The sync, the first step, and then it hangs on its way to the second.
      if (request.method === "POST" && ++calls === 2) await asleep.promise;
      return app.ask(request);
    });
    await stuck.send([{ name: "go", data: {} }]);
    await until(() => calls === 2);
    await clock.move(31);
    const other = await app.drive();
    await until(async () => {
      await other.send([]);
      return (await ended()).length === 1;
    });
    const [before] = await ended();
    asleep.resolve();
    await stuck.stop();
    expect(await ended()).toEqual([before]);
    expect(before).toMatchObject({ outcome: "completed", claims: 2 });
    expect(ran).toEqual(["first", "second", "second"]);
  });

  it("loses nothing where it is stopped as it should be", async () => {
    const gate = Promise.withResolvers<void>();
    let begun = 0;
    const app = given((client) => [
      client.createFunction({ id: "slow", retries: 0, triggers: [{ event: "go" }] }, async () => {
        begun++;
        await gate.promise;
      }),
    ]);
    const driver = await app.drive();
    await app.client.send([
      { name: "go", data: {} },
      { name: "go", data: {} },
    ]);
    await app.untilSo(() => begun === 2);
    const stopped = driver.stop();
    gate.resolve();
    await stopped;
    expect(await db.select().from(jobRuns).where(eq(jobRuns.outcome, "completed"))).toHaveLength(2);
  });
});
