import { type EventSessionId, EventSessionInput } from "../catalog/contract.ts";
import { saleWithHoldsOf } from "../holds/queries.ts";
import { createNews } from "../platform/concurrency/news.ts";
import { createSharedRead } from "../platform/concurrency/shared-read.ts";
import { singleton } from "../platform/concurrency/singleton.ts";
import type { Watch } from "../platform/http/trpc.ts";
import { anyone } from "../platform/operation/allow.ts";
import type { AppContext } from "../platform/operation/context.ts";
import type { QueueStatus, QueueUpdate } from "./contract.ts";
import { admittingOf, pushAfterMs, standingOf, statusPollAfterMs } from "./policy.ts";
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

/** What the watchers of a queue were told last. */
interface Told {
  readonly epoch: string;
  readonly figure: QueueStatus;
  readonly text: string;
  readonly toldAt: number;
}

/** One watched queue of this process: one ticker, and one object for all who watch. */
interface Feed {
  readonly id: EventSessionId;
  readonly news: ReturnType<typeof createNews<QueueUpdate>>;
  watchers: number;
  last: Told | undefined;
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
    const news = feed.news.listen(signal);
    yield { kind: "figure", ...(await readQueueStatus(ctx, id)) };
    yield* news;
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
  const feed: Feed = { id, news: createNews(), watchers: 1, last: undefined };
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
  const { last, watchers } = feed;
  const told: Told = { epoch, figure, text: JSON.stringify(figure), toldAt: performance.now() };
  if (last?.epoch && last.epoch !== epoch) feed.news.tell({ kind: "restarted" });
  if (last && told.toldAt - last.toldAt < tellAfterMs(last, told, watchers)) return;
  // A watcher got the first status when it began.
  if (last) feed.news.tell({ kind: "figure", ...figure });
  feed.last = told;
}

/** How long after the last news these are told. */
function tellAfterMs(last: Told, { epoch, figure, text }: Told, watchers: number): number {
  if (last.epoch !== epoch) return 0;
  return last.text === text ? REPEAT_MS : pushAfterMs(last.figure, figure, watchers);
}
