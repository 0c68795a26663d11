import { expect, it } from "vitest";
import { redis } from "../platform/redis/redis.ts";
import { newId } from "../platform/values/ids.ts";
import { type ApiProcess, startApi } from "../testing/api-processes.ts";
import { type Client, clients } from "../testing/clients.ts";
import { given } from "../testing/given.ts";
import { patient } from "../testing/patience.ts";
import { givenQueue } from "../testing/queue.ts";
import { until } from "../testing/until.ts";
import { countQueue, joinQueue } from "./store.ts";

const MINUTE_MS = 60_000;
/** More than ten callers sweep, each in as many runs as it waits for, and the process beside them. */
const ABSENT = 30_000;
const CALLERS = 10;

it(
  "answers ten callers while tens of thousands of absent people are still being swept, and loses no one who is there",
  async () => {
    const queue = await givenQueue(redis, { admitLimit: 1, maxLength: 2 * ABSENT });
    const { eventSessionId } = queue;
    await queue.newcomer().join();
    await joinMany(ABSENT, eventSessionId);
    const present = [queue.newcomer(), queue.newcomer()] as const;
    await queue.clock.forward(4 * MINUTE_MS);
    const places = [await present[0].join(), await present[1].join()] as const;
    await queue.clock.forward(MINUTE_MS + 1);
    const late = queue.newcomer();
    const answers = await Promise.all(Array.from({ length: CALLERS }, () => queue.advance()));
    for (const { waiting } of answers) expect(waiting).toBeGreaterThan(present.length);
    // No absent person stands in the way of someone new, though most of them are not swept yet.
    expect((await countQueue(redis, eventSessionId)).waiting).toBeGreaterThan(present.length);
    expect(await late.join()).toMatchObject({ number: ABSENT + 4, allowed: false });

    // No one asks meanwhile: the process goes on by itself.
    await until(async () => (await countQueue(redis, eventSessionId)).waiting === present.length + 1);
    // The admission of the absent person whose turn came ends unused.
    await queue.clock.forward(MINUTE_MS);
    expect(await queue.advance()).toMatchObject({ serving: ABSENT + 2, admitted: 1, entries: 3 });
    expect(await present[0].ask(places[0].queueToken)).toMatchObject({ position: 0, allowed: true });
    expect(await present[1].ask(places[1].queueToken)).toMatchObject({ position: 1, allowed: false });
  },
  patient(60_000),
);

/** Puts people behind whom no one can be let in. */
async function joinMany(
  count: number,
  eventSessionId: Awaited<ReturnType<typeof givenQueue>>["eventSessionId"],
) {
  const AT_ONCE = 1000;
  const admitting = { limit: 1, ratePerSecond: 1 };
  for (let joined = 0; joined < count; joined += AT_ONCE) {
    const people = Array.from({ length: AT_ONCE }, () => newId("user"));
    await Promise.all(
      people.map((userId) => joinQueue(redis, { eventSessionId, userId, lengthMax: count * 2, admitting })),
    );
  }
}

it("keeps every place when all app processes die and others follow while people wait", async () => {
  const { id: sessionId } = await given.saleOpen({ stock: 10, line: { admitLimit: 3 } });
  const people = await clients(60);
  const before = await withApps(async (apps) => {
    const joined = [];
    for (const [index, person] of people.entries())
      joined.push(await join(apps[index % 2] as ApiProcess, person));
    return joined;
  });
  expect(before.map(({ number }) => number)).toEqual(people.map((_, index) => index + 1));
  await withApps(async (apps) => {
    for (const [index, { queueToken, ...place }] of before.entries()) {
      const [app, person] = [apps[(index + 1) % 2] as ApiProcess, people[index] as Client];
      const status = await ask(app, person, queueToken);
      expect(status).toMatchObject({ position: place.position, allowed: place.allowed });
      expect(await join(app, person)).toMatchObject({ number: place.number, queueToken });
    }
  });

  async function withApps<T>(work: (apps: readonly ApiProcess[]) => Promise<T>): Promise<T> {
    const apps = await Promise.all([startApi(), startApi()]);
    try {
      return await work(apps);
    } finally {
      await Promise.all(apps.map((app) => app.stop()));
    }
  }

  async function join({ url }: ApiProcess, { authorization }: Client) {
    const answer = await fetch(`${url}/api/queue/token`, {
      method: "POST",
      headers: { authorization, "content-type": "application/json" },
      body: JSON.stringify({ sessionId }),
    });
    return (await answer.json()) as {
      readonly number: number;
      readonly position: number;
      readonly allowed: boolean;
      readonly queueToken: string;
    };
  }

  async function ask({ url }: ApiProcess, { authorization }: Client, token: string) {
    return (await fetch(`${url}/api/queue/status?token=${token}`, { headers: { authorization } })).json();
  }
});
