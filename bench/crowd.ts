import { readFileSync } from "node:fs";
import type { EventSessionId } from "#server/catalog/contract.ts";
import { joinQueue } from "#server/queue/commands/join-queue.ts";
import { placePollAfterMs, statusPollAfterMs } from "#server/queue/policy.ts";
import { type Client, clients } from "#server/testing/clients.ts";
import { given } from "#server/testing/given.ts";
import { ask, end, startChild } from "./children.ts";
import type { Watched, Watching } from "./watchers.ts";

/** Files that a process opens beside streams. */
const OTHER_FILES = 3000;
const MADE_AT_ONCE = 1000;
/** So many come in each second: the line moves, and those who wait are told so. */
const ADMITTED_PER_SECOND = 5;

/** People who wait in a line of their own, as the page does: with a stream each, and asking where no stream is to be had. */
export interface Crowd {
  readonly id: EventSessionId;
  readonly people: readonly { readonly authorization: string; readonly queueToken: string }[];
  readonly streams: number;
  readonly pids: readonly number[];
  /** Requests a second of those who ask for the public figure, and of all for their own place. */
  readonly pollsPerSecond: number;
  readonly placesPerSecond: number;
  /** Streams that are still open, and pieces that came on them. */
  watched(): Promise<Watched>;
  stop(): Promise<void>;
}

export async function gather(count: number, urls: readonly string[]): Promise<Crowd> {
  const line = { admitLimit: 100_000, admitRatePerSecond: ADMITTED_PER_SECOND, maxLength: 1_000_000 };
  const { id } = await given.saleOpen({ stock: 1_000_000, line });
  const people = await inLine(await manyClients(count), id);
  const perProcess = Math.max(0, filesMax() - OTHER_FILES);
  const streams = Math.min(count, perProcess * urls.length);
  const watchers = urls.map(() => startChild("./watchers.ts"));
  const share = Math.ceil(streams / watchers.length);
  await Promise.all(
    watchers.map((child, index) => {
      const mine = people.slice(index * share, Math.min(streams, (index + 1) * share));
      const authorizations = mine.map(({ authorization }) => authorization);
      return ask(child, {
        url: urls[index] as string,
        authorizations,
        eventSessionId: id,
      } satisfies Watching);
    }),
  );
  return {
    ...{ id, people, streams },
    pids: watchers.map(({ pid = 0 }) => pid),
    pollsPerSecond: ((count - streams) * 1000) / statusPollAfterMs(count),
    placesPerSecond: people.reduce((sum, _, index) => sum + 1000 / placePollAfterMs(index + 1), 0),
    async watched() {
      const all = await Promise.all(watchers.map((child) => ask<Watched>(child, "count")));
      return {
        open: all.reduce((sum, { open }) => sum + open, 0),
        pieces: all.reduce((sum, { pieces }) => sum + pieces, 0),
      };
    },
    stop: async () => void (await Promise.all(watchers.map(end))),
  };
}

/** People with a login, made some at a time: all at once would keep Redis from answering in time. */
export async function manyClients(count: number): Promise<Client[]> {
  const made: Client[] = [];
  while (made.length < count) made.push(...(await clients(Math.min(MADE_AT_ONCE, count - made.length))));
  return made;
}

async function inLine(
  people: readonly Client[],
  sessionId: EventSessionId,
): Promise<Crowd["people"][number][]> {
  const places: Crowd["people"][number][] = [];
  for (let next = 0; next < people.length; next += MADE_AT_ONCE) {
    const some = people.slice(next, next + MADE_AT_ONCE).map(async (person) => {
      const { queueToken } = await joinQueue(person.ctx(), { sessionId });
      return { authorization: person.authorization, queueToken };
    });
    places.push(...(await Promise.all(some)));
  }
  return places;
}

/** How many files a process may have open, which Node raises to what the system allows. */
function filesMax(): number {
  const [, most] = /Max open files\s+\d+\s+(\d+)/.exec(readFileSync("/proc/self/limits", "utf8")) ?? [];
  return Number(most ?? 1024);
}
