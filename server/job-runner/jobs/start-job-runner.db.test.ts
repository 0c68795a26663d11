import { eq, sql } from "drizzle-orm";
import { type GetStepTools, type Inngest, NonRetriableError, RetryAfterError } from "inngest";
import { describe, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { jobCrons, jobRuns } from "#db/schema/job-runner.ts";
import { newId } from "../../platform/values/ids.ts";
import { clock } from "../../testing/clock.ts";
import { givenApps } from "../../testing/job-runner.ts";
import { until } from "../../testing/until.ts";

const given = givenApps();

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
  it("runs its step once, and gets what the step came to", async () => {
    const results: unknown[] = [];
    const app = given((client) => [
      client.createFunction(
        { id: "step", retries: 0, triggers: [{ event: "go" }] },
        async ({ event, step }) => {
          results.push(await step.run("work", () => ({ n: event.data.n })));
        },
      ),
    ]);
    await app.drive();
    await app.client.send({ name: "go", data: { n: 1 } });
    await app.untilSo(async () => (await ended()).length === 1);
    expect([results, await ended()]).toMatchObject([[{ n: 1 }], [{ outcome: "completed", claims: 1 }]]);
  });

  it("is left to another process by one that runs no jobs", async () => {
    const results: unknown[] = [];
    const app = given((client) => [
      client.createFunction(
        { id: "left", retries: 0, triggers: [{ event: "go" }] },
        async ({ event, step }) => {
          results.push(await step.run("work", () => event.data.n));
        },
      ),
    ]);
    const takeIn = await app.takeIn();
    expect(await takeIn([{ name: "go", data: { n: 7 } }])).toHaveLength(1);
    expect(await db.select().from(jobRuns)).toMatchObject([{ endedAt: null, leasedUntil: null }]);
    await app.drive();
    await app.untilSo(async () => (await ended()).length === 1);
    expect(results).toEqual([7]);
  });

  it("is tried again by the table", async () => {
    let tries = 0;
    const app = given((client) => [
      client.createFunction({ id: "retried", retries: 3, triggers: [{ event: "go" }] }, async ({ step }) => {
        await step.run("work", () => {
          if (++tries < 3) throw new Error("not yet");
        });
      }),
    ]);
    await app.drive();
    await app.client.send({ name: "go", data: {} });
    await waiting(1);
    await clock.move(16);
    await app.untilSo(() => tries === 2);
    await waiting(2);
    await clock.move(31);
    await app.untilSo(async () => (await ended()).length === 1);
    expect([tries, await ended()]).toMatchObject([3, [{ outcome: "completed" }]]);
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
  ])("that fails %s is given up, with the reason", async (_, error, times) => {
    let tries = 0;
    const app = given((client) => [
      client.createFunction({ id: "failing", retries: 2, triggers: [{ event: "go" }] }, ({ step }) =>
        step.run("work", () => {
          tries++;
          throw error();
        }),
      ),
    ]);
    await app.drive();
    await app.client.send({ name: "go", data: {} });
    for (let tried = 1; tried < times; tried++) {
      await waiting(tried);
      await clock.move(61);
    }
    await app.untilSo(async () => (await ended()).length === 1);
    expect([tries, await ended()]).toMatchObject([
      times,
      [{ outcome: "failed", error: expect.stringContaining("broken") }],
    ]);
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

describe("what the job runner does not have", () => {
  type Config = Parameters<Inngest["createFunction"]>[0];

  it.each<[string, Partial<Config>]>([
    ["a condition", { triggers: [{ event: "go", if: "event.data.n > 3" }] }],
    ["onFailure", { onFailure: async () => {} }],
    ["concurrency by a key", { concurrency: { limit: 1, key: "event.data.n" } }],
    ["debounce", { debounce: { period: "10s" } }],
    ["batches", { batchEvents: { maxSize: 10, timeout: "5s" } }],
    ["a rate limit", { rateLimit: { limit: 1, period: "1m" } }],
    ["throttling", { throttle: { limit: 1, period: "1m" } }],
    ["cancellation", { cancelOn: [{ event: "stop" }] }],
    ["priorities", { priority: { run: "100" } }],
    ["idempotency by a key", { idempotency: "event.data.n" }],
    ["a singleton", { singleton: { mode: "skip" } }],
    ["timeouts", { timeouts: { start: "1m" } }],
  ])("is refused at the start: %s", async (_, config) => {
    const app = given((client) => [
      client.createFunction(
        { id: "odd", retries: 0, triggers: [{ event: "go" }], ...config } as Config,
        async () => {},
      ),
    ]);
    await expect(app.drive()).rejects.toThrow(/the job runner cannot run .*odd/);
  });

  it.each<[string, (step: GetStepTools<Inngest>) => Promise<unknown>, RegExp]>([
    [
      "a second step",
      (step) => step.run("a", () => 1).then(() => step.run("b", () => 2)),
      /more than one step/,
    ],
    [
      "steps side by side",
      (step) => Promise.all([step.run("a", () => 1), step.run("b", () => 2)]),
      /side by side|StepPlanned/,
    ],
    ["a sleep", (step) => step.sleep("nap", "1h"), /"Sleep"/],
    [
      "an event to wait for",
      (step) => step.waitForEvent("w", { event: "x", timeout: "1d" }),
      /"WaitForEvent"/,
    ],
  ])("ends the run that asks for it, and says what it was: %s", async (_, ask, error) => {
    const app = given((client) => [
      client.createFunction({ id: "odd", retries: 5, triggers: [{ event: "go" }] }, async ({ step }) => {
        await ask(step);
      }),
    ]);
    await app.drive();
    await app.client.send({ name: "go", data: {} });
    await app.untilSo(async () => (await ended()).length === 1);
    expect(await ended()).toMatchObject([{ outcome: "failed", error: expect.stringMatching(error) }]);
  });
});

describe("an event", () => {
  it("runs each function that it triggers by its name, and no other", async () => {
    const ran: string[] = [];
    const app = given((client) =>
      (["go", "go", "stay"] as const).map((event, index) =>
        client.createFunction({ id: `f${index}`, retries: 0, triggers: [{ event }] }, async () => {
          ran.push(`f${index}`);
        }),
      ),
    );
    await app.drive();
    await app.client.send([
      { name: "go", data: {} },
      { name: "go", data: {} },
    ]);
    await app.untilSo(async () => (await ended()).length === 4);
    expect(ran.sort()).toEqual(["f0", "f0", "f1", "f1"]);
    expect(await db.$count(jobRuns)).toBe(4);
  });

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

it("leaves a run alone whose function its app does not have", async () => {
  const event = { id: "e", name: "go", data: {}, ts: 0 };
  await db.insert(jobRuns).values({ id: newId("job_run"), functionId: "gone", event });
  const app = given((client) => [
    client.createFunction({ id: "here", retries: 0, triggers: [{ event: "go" }] }, async () => {}),
  ]);
  await app.drive();
  await app.client.send({ name: "go", data: {} });
  await app.untilSo(async () => (await ended()).length === 1);
  const [left] = await db.select().from(jobRuns).where(eq(jobRuns.functionId, "gone"));
  expect(left).toMatchObject({ claims: 0, endedAt: null });
});

describe("a cron", () => {
  const withCron = (ran: () => void) =>
    given((client) => [
      client.createFunction({ id: "minutely", retries: 0, triggers: [{ cron: "* * * * *" }] }, async () =>
        ran(),
      ),
    ]);

  it("runs once a minute, however many runners look", async () => {
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

describe("a job runner that dies in the middle", () => {
  it("is followed by another, which runs the step again; when it wakes it writes nothing", async () => {
    let ran = 0;
    const asleep = Promise.withResolvers<void>();
    let calls = 0;
    const app = given((client) => [
      client.createFunction({ id: "shared", retries: 3, triggers: [{ event: "go" }] }, async ({ step }) => {
        await step.run("work", () => void ran++);
      }),
    ]);
    const stuck = await app.drive(async (request) => {
      // The sync, the step, and then it hangs before it hears that the run is over.
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
    expect(ran).toBe(2);
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
    const runner = await app.drive();
    await app.client.send([
      { name: "go", data: {} },
      { name: "go", data: {} },
    ]);
    await app.untilSo(() => begun === 2);
    const stopped = runner.stop();
    gate.resolve();
    await stopped;
    expect(await db.select().from(jobRuns).where(eq(jobRuns.outcome, "completed"))).toHaveLength(2);
  });
});
