import { Redis } from "ioredis";
import { db } from "#db/client.ts";
import { updateEventSession } from "#server/catalog/commands/update-event-session.ts";
import type { EventSessionId } from "#server/catalog/contract.ts";
import { env } from "#server/platform/config/env.ts";
import { type Id, newId } from "#server/platform/values/ids.ts";
import { advanceQueue, askPlace, countQueue, joinQueue, type PlaceNow } from "#server/queue/store.ts";
import { checkEquations } from "#server/reports/queries.ts";
import { type ApiProcess, startApi } from "#server/testing/api-processes.ts";
import { type Client, clients } from "#server/testing/clients.ts";
import { given } from "#server/testing/given.ts";
import { latencyRow, row, verdict } from "./table.ts";

const LENGTHS = [0, 200_000, 1_000_000];
const CALLS = 500;
const CALLERS = 10;
const JOINED_AT_ONCE = 1000;
/** People with a login, spread over the line, who ask for their place before and after every process was replaced. */
const ASKING = 1000;
const ASKED_AT_ONCE = 20;
const AIMS = { callMs: 2, absentMs: 500 };
/** The app's own client gives an answer up after a second, which is no measure on a busy machine. */
const redis = new Redis(env.REDIS_URL, { enableAutoPipelining: true, lazyConnect: true });
/** No one is let in, so that the line keeps its length. */
const admitting = { limit: 0, ratePerSecond: 1 };

/** What a line costs at each length, what it costs when all in it are absent, and whether a restart loses a place. */
export async function benchLine(print: (row: string) => void): Promise<readonly string[]> {
  const { id } = await given.saleOpen({ stock: 100, line: { maxLength: 1_000_000 } });
  const [admin] = await clients(1, "ADMIN");
  // As `admitting` says, for the processes that are asked.
  await updateEventSession((admin as Client).ctx(), { id, admission: "PAUSED" });
  const people = await clients(ASKING);
  const before = await usedBytes();
  let length = 0;
  for (const next of LENGTHS) {
    await fill(id, { from: length, to: next, people });
    length = next;
    await printCalls(id, length, print);
  }
  const bytes = ((await usedBytes()) - before) / length;
  print(row(["bytes a person in line", bytes.toFixed(0)]));
  await printRestart(id, people, print);
  await printAbsence(id, length, print);
  redis.disconnect();
  const equations = await checkEquations(db);
  return equations.filter(({ broken }) => broken > 0).map(({ name }) => name);
}

async function usedBytes(): Promise<number> {
  const memory = await redis.info("memory");
  return Number(/used_memory:(\d+)/.exec(memory)?.[1]);
}

const join = (eventSessionId: EventSessionId, userId: Id<"user">) =>
  joinQueue(redis, { eventSessionId, userId, lengthMax: Number.MAX_SAFE_INTEGER, admitting });

/** Makes the line longer, with those who have a login evenly among the last. */
async function fill(
  id: EventSessionId,
  { from, to, people }: { readonly from: number; readonly to: number; readonly people: readonly Client[] },
): Promise<void> {
  const isLast = to === LENGTHS.at(-1);
  const every = Math.floor((to - from) / people.length);
  for (let joined = from; joined < to; joined += JOINED_AT_ONCE) {
    const some = Array.from({ length: JOINED_AT_ONCE }, (_, index) => {
      const place = joined + index - from;
      const person = isLast && place % every === 0 ? people[place / every] : undefined;
      return join(id, person?.userId ?? newId("user"));
    });
    await Promise.all(some);
  }
  const { waiting } = await countQueue(redis, id);
  if (waiting < to)
    throw new Error(`only ${waiting} of ${to} wait: the line took longer than a place is kept`);
}

async function printCalls(id: EventSessionId, length: number, print: (row: string) => void): Promise<void> {
  const places: PlaceNow[] = [];
  const users = Array.from({ length: CALLS }, () => newId("user"));
  const calls = {
    join: async (call: number) => {
      const place = await join(id, users[call] as Id<"user">);
      if (place) places.push(place);
    },
    status: (call: number) => {
      const { epoch, number } = places[call] as PlaceNow;
      const userId = users[call] as Id<"user">;
      return askPlace(redis, { eventSessionId: id, userId, epoch, number }, admitting);
    },
    advance: () => advanceQueue(redis, { eventSessionId: id, admitting }),
  };
  for (const [name, call] of Object.entries(calls)) {
    const ms: number[] = [];
    for (let count = 0; count < CALLS; count++) ms.push(await timed(() => call(count)));
    print(latencyRow(`line: ${name}, ${length.toLocaleString("en")} waiting`, ms, AIMS.callMs, 1));
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

/** Two processes die and two others follow; each person asks one process before and another afterwards. */
async function printRestart(
  id: EventSessionId,
  people: readonly Client[],
  print: (row: string) => void,
): Promise<void> {
  const [before, were] = await withApps((apps) => placesOf(id, people, apps));
  const [after, are] = await withApps((apps) => placesOf(id, people, apps));
  const lost = were - are + before.filter((place, index) => place !== after[index]).length;
  const name = `places lost of ${were.toLocaleString("en")} in a restart`;
  print(row([name, String(lost), "", "", verdict("0", lost === 0)]));
}

async function withApps<T>(work: (apps: readonly ApiProcess[]) => Promise<T>): Promise<T> {
  const apps = await Promise.all([startApi(), startApi()]);
  try {
    return await work(apps);
  } finally {
    await Promise.all(apps.map((app) => app.stop()));
  }
}

/** Each person's number and place as the API says them, and how many wait in all. */
async function placesOf(
  sessionId: EventSessionId,
  people: readonly Client[],
  apps: readonly ApiProcess[],
): Promise<[places: string[], waiting: number]> {
  const ask = async ({ authorization }: Client, index: number) => {
    const answer = await fetch(`${apps[index % apps.length]?.url}/api/queue/token`, {
      method: "POST",
      headers: { authorization, "content-type": "application/json" },
      body: JSON.stringify({ sessionId }),
    });
    const { number, position, queueToken } = await answer.json();
    return `${answer.status} ${number} ${position} ${queueToken}`;
  };
  const places: string[] = [];
  for (let next = 0; next < people.length; next += ASKED_AT_ONCE)
    places.push(...(await Promise.all(people.slice(next, next + ASKED_AT_ONCE).map(ask))));
  return [places, (await countQueue(redis, sessionId)).waiting];
}

async function printAbsence(id: EventSessionId, length: number, print: (row: string) => void): Promise<void> {
  const advance = () => advanceQueue(redis, { eventSessionId: id, admitting });
  const callers = () => Promise.all(Array.from({ length: CALLERS }, () => timed(advance)));
  const baseline = Math.max(...(await callers()));
  await endKeeping(id);
  const startedAt = performance.now();
  const longest = Math.max(...(await callers()));
  const name = `wait of ten callers, ${length.toLocaleString("en")} absent, ms`;
  const ratio = (longest / baseline).toFixed(2);
  const isMet = longest < AIMS.absentMs;
  print(row([name, longest.toFixed(1), baseline.toFixed(1), ratio, verdict(`< ${AIMS.absentMs}`, isMet)]));
  while ((await countQueue(redis, id)).waiting > 0);
  print(row(["until all of them are swept, s", ((performance.now() - startedAt) / 1000).toFixed(1)]));
}

/** As if no one in the line had asked for a long time. */
async function endKeeping(id: EventSessionId): Promise<void> {
  const kept = `queue:{${id}}:kept`;
  await redis.zunionstore(kept, 1, kept, "WEIGHTS", 0);
}
