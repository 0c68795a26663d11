import { approximateNow } from "../../platform/database/clock.ts";
import { writeAudit } from "../../platform/operation/audit.ts";
import type { Actor, Tx } from "../../platform/operation/context.ts";
import { newId } from "../../platform/values/ids.ts";
import type { User } from "../accounts.store.ts";
import type { LoginGrant, UserId } from "../contract.ts";
import { loginSessionMachine } from "../machine.ts";
import { ACCESS_TOKEN_SECONDS, LOGIN_SESSIONS_MAX } from "../policy.ts";
import { findLoginSessionsOf, moveLoginSession, openLoginSession, recordMove } from "../store.ts";
import { firstRefreshToken, signAccessToken } from "../tokens.ts";

interface Opening {
  /** The operation that lets the person in, for the audit log. */
  readonly action: string;
  /** When a second factor was given, in milliseconds; undefined where none was. */
  readonly provedAtMs: number | undefined;
}

/** Opens a login session of an account that the caller has locked and found ACTIVE. Throws `unavailable` (503). */
export async function openLogin(
  tx: Tx,
  { id: userId, role }: Pick<User, "id" | "role">,
  { action, provedAtMs }: Opening,
): Promise<LoginGrant> {
  const id = newId("login_session");
  const owner: Actor = { kind: "user", userId, role, loginSessionId: id };
  await makeRoom(tx, userId, action);
  recordMove(tx, { id, from: null, to: loginSessionMachine.initial, reason: "login", as: owner });
  writeAudit(tx, [{ action, target: id, outcome: "ok", actor: owner }]);
  const accessToken = await signAccessToken({ userId, loginSessionId: id }, ACCESS_TOKEN_SECONDS);
  const refreshToken = firstRefreshToken(id);
  await openLoginSession(tx, { id, userId, role, refreshToken, provedAtMs });
  return { accessToken, expiresIn: ACCESS_TOKEN_SECONDS, refreshToken: refreshToken.token };
}

/** Settles the account's login sessions that are past their end, and ends those beyond the number one may have. */
async function makeRoom(tx: Tx, userId: UserId, action: string): Promise<void> {
  const as: Actor = { kind: "system", job: action };
  const now = await approximateNow(tx.db);
  const live = (await findLoginSessionsOf(tx, userId)).filter(
    ({ status }) => !loginSessionMachine.isEnd(status),
  );
  for (const { id } of live.filter(({ endsAt }) => endsAt <= now.getTime()))
    await moveLoginSession(tx, { id, to: "EXPIRED", reason: "unused_too_long", as });
  for (const { id } of live.slice(LOGIN_SESSIONS_MAX - 1))
    await moveLoginSession(tx, { id, to: "REVOKED", reason: "too_many_logins", as });
}
