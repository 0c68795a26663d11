import { EventEmitter, on } from "node:events";
import { type EventSessionId, EventSessionInput } from "../catalog/contract.ts";
import { saleWithHoldsOf } from "../holds/queries.ts";
import { createSharedRead } from "../platform/concurrency/shared-read.ts";
import { singleton } from "../platform/concurrency/singleton.ts";
import type { Watch } from "../platform/http/trpc.ts";
import { anyone } from "../platform/operation/allow.ts";
import type { AppContext } from "../platform/operation/context.ts";
import type { QueueStatus, QueueUpdate } from "./contract.ts";
import { admittingOf, standingOf, statusPollAfterMs } from "./policy.ts";
import { advanceQueue } from "./store.ts";

/** For this long a figure serves everyone who asks: Redis sees a few reads a second a queue, however many ask. */
const SHARED_MS = 250;
/** How often a watched queue is moved and looked at. */
const TICK_MS = 500;
/** How often an unchanged status is sent again, so that a watcher knows that the stream is alive. */
const REPEAT_MS = 15_000;

interface Reading {
  readonly figure: QueueStatus;
  readonly epoch: string;
}

const readings = singleton("queue-readings", () => createSharedRead<EventSessionId, Reading>(SHARED_MS));

/**
 * The queue's public figure, at most {@link SHARED_MS} old. Asking for it also moves the queue, so that a queue
 * without watchers moves too. Throws `not_found`; `unavailable` without Redis.
 */
export const readQueueStatus = async (ctx: AppContext, id: EventSessionId): Promise<QueueStatus> =>
  (await read(ctx, id)).figure;

const read = (ctx: AppContext, id: EventSessionId): Promise<Reading> =>
  readings.run(id, () => moveAndRead(ctx, id));

async function moveAndRead(ctx: AppContext, eventSessionId: EventSessionId): Promise<Reading> {
  const sale = await saleWithHoldsOf(ctx, eventSessionId);
  const queue = await advanceQueue(ctx.redis, { eventSessionId, admitting: admittingOf(sale) });
  const { serving, waiting: total, epoch } = queue;
  const { level, status } = sale;
  const standing = standingOf(sale);
  return {
    epoch,
    figure: { serving, total, level, status, standing, pollAfterMs: statusPollAfterMs(total) },
  };
}

/** One watched queue of this process: one ticker, and one object for all who watch. */
interface Feed {
  readonly id: EventSessionId;
  readonly emitter: EventEmitter<{ news: [QueueUpdate] }>;
  watchers: number;
  last: { readonly epoch: string; readonly text: string; readonly toldAt: number } | undefined;
}

const feeds = singleton("queue-feeds", () => new Map<EventSessionId, Feed>());

/**
 * Tells the figure at once, whenever it changes, and every {@link REPEAT_MS}, until `signal` aborts; and that the queue
 * was lost, after which every token is refused with `line_restarted`. Throws `not_found`; `unavailable` without Redis at the start.
 */
export async function* watchQueue(
  ctx: AppContext,
  id: EventSessionId,
  signal: AbortSignal,
): AsyncGenerator<QueueUpdate, void> {
  const feed = openFeed(ctx, id);
  try {
    const news = on(feed.emitter, "news", { signal });
    yield { kind: "figure", ...(await readQueueStatus(ctx, id)) };
    for await (const [item] of news) yield item as QueueUpdate;
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    feed.watchers -= 1;
  }
}

/** The queue's public figure, for everyone. */
export const queueWatch: Watch<typeof EventSessionInput, QueueUpdate> = {
  input: EventSessionInput,
  allow: anyone,
  run: (ctx, { eventSessionId }, ends) => watchQueue(ctx, eventSessionId, ends),
};

function openFeed(ctx: AppContext, id: EventSessionId): Feed {
  const known = feeds.get(id);
  if (known) {
    known.watchers += 1;
    return known;
  }
  const feed: Feed = { id, emitter: new EventEmitter(), watchers: 1, last: undefined };
  feed.emitter.setMaxListeners(0);
  feeds.set(id, feed);
  void tick(ctx, feed);
  return feed;
}

async function tick(ctx: AppContext, feed: Feed): Promise<void> {
  if (feed.watchers === 0) return void feeds.delete(feed.id);
  try {
    tell(feed, await read(ctx, feed.id));
  } catch (error) {
    // The watchers keep what they know: a lost Redis comes back, and the store has logged it.
    ctx.log.debug({ err: error, action: "queue.tick" });
  }
  setTimeout(() => void tick(ctx, feed), TICK_MS).unref();
}

function tell(feed: Feed, { figure, epoch }: Reading): void {
  const { last } = feed;
  const text = JSON.stringify(figure);
  if (last?.epoch && last.epoch !== epoch) feed.emitter.emit("news", { kind: "restarted" });
  // A watcher got the first status when it began.
  const quiet = last?.text === text && performance.now() - last.toldAt < REPEAT_MS;
  if (last && !quiet) feed.emitter.emit("news", { kind: "figure", ...figure });
  feed.last = { epoch, text, toldAt: quiet ? last.toldAt : performance.now() };
}
