import { EventEmitter, on } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { listen } from "#db/client.ts";
import { createSingleFlight } from "../platform/concurrency/single-flight.ts";
import { singleton } from "../platform/concurrency/singleton.ts";
import type { Watch } from "../platform/http/trpc.ts";
import { signedIn } from "../platform/operation/allow.ts";
import { type AppContext, systemContext, type UserActor } from "../platform/operation/context.ts";
import { NoInput } from "../platform/values/text.ts";
import { Department, type Unread } from "./contract.ts";
import { countUnread } from "./inbox.store.ts";
import { NEWS_CHANNEL } from "./store.ts";

type PersonId = UserActor["userId"];

/** A rush tells a department many times a second. Its people are counted at most this often, all with one statement. */
const COUNT_EVERY_MS = 500;

/** The people of this process who watch their inbox. */
interface Desk {
  readonly feeds: Map<PersonId, Feed>;
  /** Whose inbox has changed since it was counted. */
  readonly changed: Set<PersonId>;
  readonly listening: Promise<unknown>;
}

interface Feed {
  /** Whether departments can concern the person. */
  readonly isStaff: boolean;
  readonly emitter: EventEmitter<{ news: [Unread] }>;
  watchers: number;
}

const isDepartment = (told: string): boolean => Department.safeParse(told).success;

const desk = (): Desk =>
  singleton("notification-feeds", () => {
    const feeds: Desk["feeds"] = new Map();
    const changed: Desk["changed"] = new Set();
    const ctx = systemContext("notifications.watch");
    const hear = (told: string) => {
      if (feeds.has(told as PersonId)) changed.add(told as PersonId);
      if (isDepartment(told)) for (const [id, { isStaff }] of feeds) if (isStaff) changed.add(id);
      if (changed.size > 0) void counts.run("all", () => countChanged(ctx, feeds, changed));
    };
    const hearAll = () => {
      for (const id of feeds.keys()) hear(id);
    };
    // Notifications are lost while it does not listen, so everyone is counted each time it begins.
    return { feeds, changed, listening: listen(NEWS_CHANNEL, hear, hearAll) };
  });

const counts = singleton("notification-counts", () => createSingleFlight<void>());

/** Counts for everyone whose inbox has changed, and tells them. What changes meanwhile is counted in the run that follows. */
async function countChanged(ctx: AppContext, feeds: Desk["feeds"], changed: Set<PersonId>): Promise<void> {
  const people = [...changed];
  changed.clear();
  try {
    for (const [id, unread] of await countUnread(ctx, people))
      feeds.get(id)?.emitter.emit("news", { unread });
  } catch (error) {
    // The pages ask by themselves now and then.
    ctx.log.warn({ action: "notifications.watch", err: error });
  }
  await sleep(COUNT_EVERY_MS, undefined, { ref: false });
}

/** How many the caller has not read: at once, and whenever something of theirs is new or read. */
export const inboxWatch: Watch<typeof NoInput, Unread, UserActor> = {
  input: NoInput,
  allow: signedIn,
  run: (ctx, _input, ends) => watch(ctx, ends),
};

async function* watch(ctx: AppContext<UserActor>, ends: AbortSignal): AsyncGenerator<Unread, void> {
  const { userId: id, role } = ctx.actor;
  const { feeds, listening } = desk();
  const feed = feeds.get(id) ?? { isStaff: role === "ADMIN", emitter: new EventEmitter(), watchers: 0 };
  feed.emitter.setMaxListeners(0);
  feed.watchers += 1;
  feeds.set(id, feed);
  try {
    const news = on(feed.emitter, "news", { signal: ends });
    await listening;
    yield { unread: (await countUnread(ctx, [id])).get(id) ?? 0 };
    for await (const [item] of news) yield item as Unread;
  } catch (error) {
    if (!ends.aborted) throw error;
  } finally {
    feed.watchers -= 1;
    if (feed.watchers === 0) feeds.delete(id);
  }
}
