import { singleton } from "../platform/concurrency/singleton.ts";
import { env } from "../platform/config/env.ts";
import {
  type AppContext,
  type Authority,
  createContext,
  type UserActor,
} from "../platform/operation/context.ts";
import { type AppError, platformErrors } from "../platform/operation/errors.ts";
import { connectRedis } from "../platform/redis/redis.ts";
import type { LoginSessionId } from "./contract.ts";
import { authErrors } from "./errors.ts";
import {
  AUTHORITY_CHANNEL,
  AUTHORITY_LOOK_MS,
  AUTHORITY_UNCONFIRMED_MS_MAX,
  loginRefusal,
} from "./policy.ts";
import { readStatus } from "./standing.store.ts";
import { loginSessionOfKey } from "./store.ts";

/** One call that lasts, and the right it was opened with. */
interface Open {
  readonly actor: UserActor;
  readonly ending: AbortController;
  confirmedAt: number;
}

/** The lasting calls of this process by their login session. */
interface Desk {
  readonly open: Map<LoginSessionId, Set<Open>>;
  close(): Promise<void>;
}

const desk = (): Desk => singleton("authorities", openDesk, (made) => made.close());

/**
 * Hears of every login session that is ended, suspended or given another role, in any process. A
 * message may be lost with its connection: so all are looked at again whenever that comes back, and every few seconds.
 */
function openDesk(): Desk {
  const open: Desk["open"] = new Map();
  const ctx = createContext();
  const subscriber = connectRedis(env.REDIS_URL);
  const lookAtAll = () => Promise.all([...open.keys()].map((id) => look(ctx, open, id)));
  const subscribe = () => subscriber.subscribe(AUTHORITY_CHANNEL).then(lookAtAll);
  const warn = (error: unknown) => ctx.log.warn({ action: "auth.authorities", err: error });
  // Each time, and not once: the client only subscribes again by itself where it had succeeded before.
  subscriber.on("ready", () => void subscribe().catch(warn));
  subscriber.on("message", (_channel: string, key: string) => {
    const id = loginSessionOfKey(key);
    if (id) void look(ctx, open, id);
  });
  const timer = setInterval(() => void lookAtAll(), AUTHORITY_LOOK_MS).unref();
  return {
    open,
    async close() {
      clearInterval(timer);
      subscriber.disconnect();
    },
  };
}

/** Looks whether the calls of a login session may go on; where Redis does not say so for too long, they end. */
async function look(ctx: AppContext, open: Desk["open"], id: LoginSessionId): Promise<void> {
  const calls = () => [...(open.get(id) ?? [])];
  if (calls().length === 0) return;
  try {
    const kept = await readStatus(ctx, id);
    for (const call of calls()) judge(call, loginRefusal(kept, call.actor.role));
  } catch {
    const oldest = performance.now() - AUTHORITY_UNCONFIRMED_MS_MAX;
    for (const call of calls())
      if (call.confirmedAt < oldest) call.ending.abort(platformErrors.unavailable({ part: "redis" }));
  }
}

function judge(call: Open, refusal: AppError | undefined): void {
  if (refusal) call.ending.abort(refusal);
  else call.confirmedAt = performance.now();
}

/**
 * Asks whether the login session still has the right that the caller was authenticated with, for an answer that is read for
 * long and is no stream of events.
 * @throws `login_session_ended`, `login_session_suspended`, `role_changed` (401), `unavailable` (503)
 */
export async function confirmLogin(
  ctx: AppContext,
  { loginSessionId, role }: Pick<UserActor, "loginSessionId" | "role">,
): Promise<void> {
  const refusal = loginRefusal(await readStatus(ctx, loginSessionId), role);
  if (refusal) throw refusal;
}

/**
 * The right of a call that lasts. It ends with the access token, and when the login session is ended, suspended or given
 * another role, in any process; and when Redis cannot say for half a minute that it is still there.
 * @param actor - as just authenticated
 */
export function openAuthority(ctx: AppContext, actor: UserActor): Authority {
  const { open } = desk();
  const { loginSessionId: id, accessEndsAtMs = 0 } = actor;
  const call: Open = { actor, ending: new AbortController(), confirmedAt: performance.now() };
  const { ending } = call;
  const { signal } = ending;
  const siblings = open.get(id) ?? new Set<Open>();
  open.set(id, siblings.add(call));
  const tokenEnd = setTimeout(
    () => ending.abort(authErrors.access_token_invalid()),
    Math.max(0, accessEndsAtMs - Date.now()),
  ).unref();
  // A change between the authentication and now was announced before this call was listed.
  void look(ctx, open, id);
  return {
    signal,
    async confirm() {
      signal.throwIfAborted();
      judge(call, loginRefusal(await readStatus(ctx, id), actor.role));
      signal.throwIfAborted();
    },
    close() {
      clearTimeout(tokenEnd);
      siblings.delete(call);
      if (siblings.size === 0 && open.get(id) === siblings) open.delete(id);
    },
  };
}
