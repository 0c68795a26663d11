import { EventEmitter, on } from "node:events";
import { listen } from "#db/client.ts";
import { createSingleFlight } from "../platform/concurrency/single-flight.ts";
import { singleton } from "../platform/concurrency/singleton.ts";
import type { Watch } from "../platform/http/trpc.ts";
import { signedIn } from "../platform/operation/allow.ts";
import { type AppContext, systemContext, type UserActor } from "../platform/operation/context.ts";
import { getSession } from "./commands/get-session.ts";
import { type IntegrationSessionId, SessionInput, SessionView } from "./contract.ts";
import { endDueSessions } from "./jobs/end-due-sessions.ts";
import { rolesOf } from "./policy.ts";
import { findFacts, requireVisibleSession, type SessionFacts, viewFacts } from "./queries.ts";
import { touchWaiting, WATCH_CHANNEL } from "./store.ts";

/** What the triggers tell in place of a session's id where the queue for phone lines moved. */
const LINE = "line";

/** How often a process ends sessions whose time is over, while they are watched: a deadline comes without a request. */
const LOOK_MS = 5000;

interface Watcher {
  /** The owner's id if the watcher is the owner, who counts as present by watching. */
  readonly ownerId: UserActor["userId"] | undefined;
}

/** One watched session of this process: read once a change, for all who watch. */
interface Feed {
  readonly id: IntegrationSessionId;
  readonly emitter: EventEmitter<{ facts: [SessionFacts | undefined] }>;
  readonly watchers: Set<Watcher>;
  isWaiting: boolean;
}

interface Feeds {
  readonly byId: Map<IntegrationSessionId, Feed>;
  readonly listening: Promise<unknown>;
  readonly timer: NodeJS.Timeout;
}

const feeds = (): Feeds =>
  singleton(
    "integration-feeds",
    () => {
      const ctx = systemContext("integration.watch");
      const byId: Feeds["byId"] = new Map();
      const refreshAll = () => {
        for (const feed of byId.values()) void refresh(ctx, feed);
      };
      const timer = setInterval(() => void look(ctx, byId), LOOK_MS).unref();
      // Notifications are lost while it does not listen, so it refreshes each time it begins.
      const listening = listen(WATCH_CHANNEL, (told) => hear(ctx, byId, told), refreshAll);
      return { byId, listening, timer };
    },
    async ({ timer }) => clearInterval(timer),
  );

function hear(ctx: AppContext, byId: Feeds["byId"], told: string): void {
  const feed = byId.get(told as IntegrationSessionId);
  if (feed) void refresh(ctx, feed);
  if (told !== LINE) return;
  for (const each of byId.values()) if (each.isWaiting) void refresh(ctx, each);
}

/** Ends sessions whose time is over, which notifies watchers, and records that watching sellers are present. */
async function look(ctx: AppContext, byId: Feeds["byId"]): Promise<void> {
  if (byId.size === 0) return;
  const owners = [...byId.values()].flatMap(({ watchers }) =>
    [...watchers].flatMap(({ ownerId }) => ownerId ?? []),
  );
  try {
    await touchWaiting(ctx, [...new Set(owners)]);
    await endDueSessions(ctx);
  } catch (error) {
    ctx.log.warn({ action: "integration.look", err: error });
  }
}

/** Reads a session and tells those who watch it. Changes that come meanwhile are read together, once more. */
const refresh = (ctx: AppContext, feed: Feed): Promise<void> =>
  refreshes.run(feed.id, async () => {
    try {
      const facts = await findFacts(ctx, feed.id);
      feed.isWaiting = facts?.session.state === "WAITING_FOR_LOCK";
      feed.emitter.emit("facts", facts);
    } catch (error) {
      // The pages ask by themselves now and then, and the next change is read again.
      ctx.log.warn({ action: "integration.refresh", err: error });
    }
  });

const refreshes = singleton("integration-refreshes", () => createSingleFlight<void>());

/** A session of the caller's, at once and whenever it is something else; any for an admin, with the codes masked. */
export const sessionWatch: Watch<typeof SessionInput, SessionView> = {
  input: SessionInput,
  allow: signedIn,
  run: (ctx, { id }, ends) => watch(ctx, id, ends),
};

async function* watch(
  ctx: AppContext,
  id: IntegrationSessionId,
  ends: AbortSignal,
): AsyncGenerator<SessionView, void> {
  const session = await requireVisibleSession(ctx, id);
  const isOwner = rolesOf(ctx.actor, session.userId).includes("seller");
  const watcher: Watcher = { ownerId: isOwner ? session.userId : undefined };
  const feed = joinFeed(id, watcher);
  try {
    const heard = on(feed.emitter, "facts", { signal: ends });
    await feeds().listening;
    let view = await getSession(ctx, { id });
    feed.isWaiting = view.status === "WAITING_FOR_LOCK";
    for (let last = ""; ; ) {
      const text = JSON.stringify(view);
      if (text !== last) yield view;
      last = text;
      const { value } = await heard.next();
      // Whose it is was asked of this watcher, and is asked again of what was read for all.
      view = SessionView.parse(viewFacts(ctx.actor, value?.[0]));
    }
  } catch (error) {
    if (!ends.aborted) throw error;
  } finally {
    feed.watchers.delete(watcher);
    if (feed.watchers.size === 0) feeds().byId.delete(id);
  }
}

function joinFeed(id: IntegrationSessionId, watcher: Watcher): Feed {
  const { byId } = feeds();
  const known = byId.get(id);
  if (known) {
    known.watchers.add(watcher);
    return known;
  }
  const emitter: Feed["emitter"] = new EventEmitter();
  emitter.setMaxListeners(0);
  const feed = { id, emitter, watchers: new Set([watcher]), isWaiting: false };
  byId.set(id, feed);
  return feed;
}
