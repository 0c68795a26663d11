import { and, desc, eq } from "drizzle-orm";
import { stateHistory } from "#db/schema/platform.ts";
import { inTransaction } from "../platform/database/transaction.ts";
import { writeHistory } from "../platform/database/transition.ts";
import {
  type Actor,
  type AppContext,
  createContext,
  type Role,
  type Tx,
} from "../platform/operation/context.ts";
import { platformErrors } from "../platform/operation/errors.ts";
import { lockUser, type Ranked } from "./accounts.store.ts";
import type { LoginSessionId, UserId } from "./contract.ts";
import {
  type MoveAnswer,
  moveScript,
  openScript,
  type RotateAnswer,
  rotateScript,
  setRoleScript,
} from "./lua.ts";
import { type LoginSessionState, loginSessionMachine } from "./machine.ts";
import { IDLE_SECONDS_MAX, isMore, LOGIN_SESSION_SECONDS_MAX, REUSE_GRACE_SECONDS } from "./policy.ts";
import type { PresentedToken, RefreshToken } from "./tokens.ts";

export const sessionKey = (id: LoginSessionId) => `session:{${id}}`;
/** The login session that a key is of. */
export const loginSessionOfKey = (key: string): LoginSessionId | undefined =>
  /^session:\{(.+)\}$/.exec(key)?.[1] as LoginSessionId | undefined;
const sessionsKey = (id: UserId) => `sessions-of:{${id}}`;

/** A login session as its hash keeps it; times in milliseconds by Redis's clock. */
export interface LoginSession {
  readonly id: LoginSessionId;
  readonly userId: UserId;
  readonly status: LoginSessionState;
  readonly role: Role;
  readonly reason: string;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly lastSeenAt: number;
  readonly endsAt: number;
  readonly userAgent: string;
  readonly ip: string;
}

/** Opens a login session with its first refresh token. */
export async function openLoginSession(
  ctx: AppContext,
  session: {
    id: LoginSessionId;
    userId: UserId;
    role: Role;
    refreshToken: RefreshToken;
    /** When its second factor was given, in milliseconds. */
    provedAtMs?: number | undefined;
  },
): Promise<void> {
  const { id, userId, role, refreshToken, provedAtMs = "" } = session;
  const ip = ctx.ip ?? "";
  const userAgent = ctx.userAgent?.slice(0, USER_AGENT_LENGTH_MAX) ?? "";
  const fields = {
    status: "ACTIVE",
    userId,
    role,
    refreshHash: refreshToken.hash,
    reason: "",
    provedAt: provedAtMs,
    ip,
    userAgent,
  };
  const limits = [IDLE_SECONDS_MAX * 1000, LOGIN_SESSION_SECONDS_MAX * 1000];
  await answered(ctx, () =>
    openScript(ctx.redis, sessionKey(id), ...limits, ...Object.entries(fields).flat()),
  );
  // The id is listed after its hash is written, so a listed id without a hash has ended. If this fails, the caller gets
  // no tokens.
  await answered(ctx, () => ctx.redis.sadd(sessionsKey(userId), id));
  await answered(ctx, () => ctx.redis.expire(sessionsKey(userId), 2 * LOGIN_SESSION_SECONDS_MAX));
}

const USER_AGENT_LENGTH_MAX = 300;

export async function findLoginSession(
  ctx: AppContext,
  id: LoginSessionId,
): Promise<LoginSession | undefined> {
  const kept = await answered(ctx, () => ctx.redis.hgetall(sessionKey(id)));
  if (!kept.status) return undefined;
  const { createdAt, updatedAt, lastSeenAt, endsAt } = kept;
  return {
    ...(kept as unknown as LoginSession),
    id,
    createdAt: Number(createdAt),
    updatedAt: Number(updatedAt),
    lastSeenAt: Number(lastSeenAt),
    endsAt: Number(endsAt),
  };
}

/** A user's login sessions that Redis still has, the one used last first; the list forgets the others. */
export async function findLoginSessionsOf(ctx: AppContext, userId: UserId): Promise<LoginSession[]> {
  const ids = await listedIds(ctx, userId);
  const found = await Promise.all(ids.map((id) => findLoginSession(ctx, id)));
  const gone = ids.filter((_, index) => !found[index]);
  if (gone.length > 0) await answered(ctx, () => ctx.redis.srem(sessionsKey(userId), ...gone));
  return found
    .filter((session) => session !== undefined)
    .sort((one, other) => other.lastSeenAt - one.lastSeenAt);
}

const listedIds = (ctx: AppContext, userId: UserId): Promise<LoginSessionId[]> =>
  answered(ctx, () => ctx.redis.smembers(sessionsKey(userId)) as Promise<LoginSessionId[]>);

/**
 * Moves a login session by the one script that may, and writes the history row of the move. The script runs while
 * the transaction is open: if Postgres is lost between the two, a row is missing, but what was ended stays ended.
 * @returns what the script decided; only `moved` changed anything
 */
export async function moveLoginSession(
  tx: Tx,
  move: { id: LoginSessionId; to: LoginSessionState; reason: string; as?: Actor },
): Promise<MoveAnswer> {
  const { id, to, reason, as } = move;
  const answer = await answered(tx, () => moveScript(tx.redis, sessionKey(id), to, reason));
  if (answer[0] === "moved") recordMove(tx, { id, from: answer[1], to, reason, ...(as && { as }) });
  return answer;
}

/**
 * Ends every login session of an account. It comes after the account was changed in the same transaction: a login that
 * was under way has ended by then and is in the list, and a later one sees the change.
 * @param kept - the one that goes on, where one does
 */
export async function endLoginSessionsOf(
  tx: Tx,
  userId: UserId,
  reason: string,
  kept?: LoginSessionId,
): Promise<void> {
  const ids = (await listedIds(tx, userId)).filter((id) => id !== kept);
  await Promise.all(ids.map((id) => moveLoginSession(tx, { id, to: "REVOKED", reason })));
}

/** Forgets on which devices and from where an account was used; its login sessions have ended. */
export async function forgetDevicesOf(tx: Tx, userId: UserId): Promise<void> {
  const ids = await listedIds(tx, userId);
  await Promise.all(ids.map((id) => answered(tx, () => tx.redis.hdel(sessionKey(id), "ip", "userAgent"))));
}

/** Ends a login session again whose history has its end, where Redis came back without its last writes. */
export async function endRecorded(tx: Tx, id: LoginSessionId): Promise<void> {
  const [last] = await tx.db
    .select({ state: stateHistory.toState, reason: stateHistory.reason })
    .from(stateHistory)
    .where(and(eq(stateHistory.entity, loginSessionMachine.name), eq(stateHistory.entityId, id)))
    .orderBy(desc(stateHistory.seq))
    .limit(1);
  const state = loginSessionMachine.states.find((known) => known === last?.state);
  if (!state || !loginSessionMachine.isEnd(state)) return;
  await answered(tx, () => moveScript(tx.redis, sessionKey(id), state, last?.reason ?? ""));
}

/** @throws `not_found` (404); `illegal_transition` (409) with from and to */
export function requireMoved(answer: MoveAnswer, to: LoginSessionState): void {
  const [outcome, from] = answer;
  if (outcome === "missing") throw platformErrors.not_found({ what: "login session" });
  if (outcome === "illegal")
    throw platformErrors.illegal_transition({ machine: loginSessionMachine.name, from, to });
}

/** The history row of a login session's birth or move. */
export const recordMove = (
  tx: Tx,
  move: {
    id: LoginSessionId;
    from: LoginSessionState | null;
    to: LoginSessionState;
    reason: string;
    as?: Actor;
  },
): void => {
  const { id, ...rest } = move;
  writeHistory(tx, [{ entity: loginSessionMachine.name, entityId: id, ...rest }]);
};

/** Trades a refresh token for the next, or ends the login session of one that was used before. */
export const rotateRefreshToken = (
  ctx: AppContext,
  token: PresentedToken,
  role: Role,
): Promise<RotateAnswer> =>
  answered(ctx, () =>
    rotateScript(
      ctx.redis,
      sessionKey(token.loginSessionId),
      token.hash,
      token.next.hash,
      IDLE_SECONDS_MAX * 1000,
      REUSE_GRACE_SECONDS * 1000,
      role,
    ),
  );

/**
 * Tells an account's login sessions its role, from their next request on. A lower one is told before the commit, so that
 * one which Redis cannot take is refused as a whole; a higher one after it, so that it is never in force by mistake.
 */
export async function notifyRole(tx: Tx, { id, role, roleBefore }: Ranked): Promise<void> {
  if (role === roleBefore) return;
  if (isMore(roleBefore, role)) return setRoleOfLoginSessions(tx, id, role);
  const { redis, log, traceId } = tx;
  tx.afterCommit(async () => {
    // Read again under a lock: it may have been lowered since, and told so.
    await inTransaction(createContext({ redis, log, traceId }), async (later) => {
      const user = await lockUser(later, id);
      if (user) await setRoleOfLoginSessions(later, id, user.role);
    });
  });
}

async function setRoleOfLoginSessions(ctx: AppContext, userId: UserId, role: Role): Promise<void> {
  const ids = await listedIds(ctx, userId);
  await Promise.all(ids.map((id) => answered(ctx, () => setRoleScript(ctx.redis, sessionKey(id), role))));
}

/**
 * Waits for Redis's answer. Without it no caller is let in and no row is changed.
 * @throws `unavailable` (503)
 */
export async function answered<T>(ctx: AppContext, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    // The client itself logs a lost connection, once; the error as a whole would put the command's arguments in the log.
    if (error instanceof Error && error.name === "ReplyError")
      ctx.log.error({ traceId: ctx.traceId, action: "auth.redis", outcome: error.message });
    throw platformErrors.unavailable({ part: "redis" });
  }
}
