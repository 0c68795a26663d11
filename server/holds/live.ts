import { EventEmitter, on } from "node:events";
import type { EventSessionId } from "../catalog/contract.ts";
import { singleton } from "../platform/concurrency/singleton.ts";
import type { Watch } from "../platform/http/trpc.ts";
import { anyone } from "../platform/operation/allow.ts";
import { type AppContext, systemContext } from "../platform/operation/context.ts";
import { changesBetween, type StateChange, unpackStates } from "../platform/values/packed-states.ts";
import { type SeatNews, SeatsInput } from "./contract.ts";
import { requireMap, shownStates } from "./queries.ts";

/** How often the states of a watched event session are looked at: what changed in between is told together. */
const TICK_MS = 500;

/** The watched seats of an event session in this process: one ticker, and one object of news for all who watch. */
interface Feed {
  readonly id: EventSessionId;
  readonly emitter: EventEmitter<{ news: [{ readonly changes: readonly StateChange[] }] }>;
  watchers: number;
  /** Packed, as they were told last. */
  states: Buffer | undefined;
}

const feeds = singleton("seat-feeds", () => new Map<EventSessionId, Feed>());

/**
 * Tells the states of all seats at once, and then those that changed, until `ends` aborts. Throws `not_found` for an event
 * that the caller may not see, `no_seat_map` for an event session that was not made from a map.
 */
async function* watch(
  ctx: AppContext,
  id: EventSessionId,
  ends: AbortSignal,
): AsyncGenerator<SeatNews, void> {
  const version = await requireMap(ctx, id);
  const feed = openFeed(id);
  try {
    const first = feed.states ?? (await lookAt(feed));
    // Nothing is told between the two: what the watcher is told first is what all were told last.
    const news = on(feed.emitter, "news", { signal: ends });
    yield { version, states: (feed.states ?? first).toString("base64url") };
    for await (const [item] of news) yield item as SeatNews;
  } catch (error) {
    if (!ends.aborted) throw error;
  } finally {
    feed.watchers -= 1;
  }
}

/** The states of an event session's seats, for everyone who may see its event. */
export const seatWatch: Watch<typeof SeatsInput, SeatNews> = {
  input: SeatsInput,
  allow: anyone,
  run: (ctx, { id }, ends) => watch(ctx, id, ends),
};

function openFeed(id: EventSessionId): Feed {
  const known = feeds.get(id);
  if (known) {
    known.watchers += 1;
    return known;
  }
  const feed: Feed = { id, emitter: new EventEmitter(), watchers: 1, states: undefined };
  feed.emitter.setMaxListeners(0);
  feeds.set(id, feed);
  tickLater(feed);
  return feed;
}

const tickLater = (feed: Feed): void => void setTimeout(() => void tick(feed), TICK_MS).unref();

async function tick(feed: Feed): Promise<void> {
  if (feed.watchers === 0) return void feeds.delete(feed.id);
  try {
    await lookAt(feed);
  } catch (error) {
    // The watchers keep what they know: a database that is lost comes back.
    systemContext("holds.watch-seats").log.debug({ err: error, action: "holds.watch-seats" });
  }
  tickLater(feed);
}

/** Reads the states and tells what has changed. */
async function lookAt(feed: Feed): Promise<Buffer> {
  const after = await shownStates(systemContext("holds.watch-seats"), feed.id);
  const before = feed.states;
  feed.states = after;
  if (before && !before.equals(after)) {
    const changes = changesBetween(unpackAll(before), unpackAll(after));
    feed.emitter.emit("news", { changes });
  }
  return after;
}

const STATES_PER_BYTE = 4;
const unpackAll = (packed: Buffer): Uint8Array =>
  unpackStates(packed.toString("base64url"), packed.length * STATES_PER_BYTE);
