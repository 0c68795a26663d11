import { inTransaction } from "../../platform/database/transaction.ts";
import { anyone } from "../../platform/operation/allow.ts";
import { writeAudit } from "../../platform/operation/audit.ts";
import { defineDirectCommand } from "../../platform/operation/command.ts";
import type { Actor, Tx } from "../../platform/operation/context.ts";
import type { AppError } from "../../platform/operation/errors.ts";
import { lockUser } from "../accounts.store.ts";
import { LoginGrant, type LoginSessionId, RefreshLogin, type UserId } from "../contract.ts";
import { authErrors } from "../errors.ts";
import type { PersonState } from "../machine.ts";
import { ACCESS_TOKEN_SECONDS } from "../policy.ts";
import { endRecorded, findLoginSession, moveLoginSession, recordMove, rotateRefreshToken } from "../store.ts";
import { type PresentedToken, readRefreshToken, signAccessToken } from "../tokens.ts";

/**
 * Trades a refresh token for an access token and the next refresh token. The same token again within 10 s
 * is given the same next one; later it revokes the login session. Throws `login_session_ended` or
 * `login_session_suspended` (401), `account_suspended` (403), `unavailable` (503).
 */
export const refreshLogin = defineDirectCommand({
  id: "auth.refresh-login",
  summary: "Get a new access token.",
  allow: anyone,
  input: RefreshLogin,
  output: LoginGrant,
  refuses: [authErrors.login_session_ended, authErrors.login_session_suspended, authErrors.account_suspended],
  async run(ctx, { refreshToken }) {
    const presented = refreshToken && readRefreshToken(refreshToken);
    const loginSession = presented && (await findLoginSession(ctx, presented.loginSessionId));
    if (!loginSession) throw authErrors.login_session_ended();
    const { userId } = loginSession;
    // A refusal comes back as a value: what it did to the login session is to be recorded, not rolled back.
    const result = await inTransaction(ctx, (tx) => rotate(tx, presented, userId));
    if ("refused" in result) throw result.refused;
    const expiresIn = Math.min(ACCESS_TOKEN_SECONDS, Math.floor(result.livesMs / 1000));
    const accessToken = await signAccessToken({ userId, loginSessionId: loginSession.id }, expiresIn);
    return { accessToken, expiresIn, refreshToken: presented.next.token };
  },
});

type Rotation = { readonly livesMs: number } | { readonly refused: AppError };

async function rotate(tx: Tx, presented: PresentedToken, userId: UserId): Promise<Rotation> {
  const id = presented.loginSessionId;
  // Role, state and end are read again each time: Redis, which may lose its last writes, keeps no old ones for long.
  const user = await lockUser(tx, userId);
  if (user?.state !== "ACTIVE") return refuseInactive(tx, id, user?.state);
  await endRecorded(tx, id);
  const [outcome, detail] = await rotateRefreshToken(tx, presented, user.role);
  if (outcome === "rotated" || outcome === "repeated") return { livesMs: detail };
  const as: Actor = { kind: "system", job: refreshLogin.id };
  if (outcome === "expired")
    recordMove(tx, {
      id,
      from: detail,
      to: "EXPIRED",
      reason: "unused_too_long",
      as,
    });
  if (outcome === "reused") {
    const reason = "refresh_token_reused";
    recordMove(tx, { id, from: detail, to: "REVOKED", reason, as });
    const meta = { ip: tx.ip, userId };
    writeAudit(tx, [{ action: refreshLogin.id, target: id, outcome: "refresh_token_reused", meta }]);
  }
  const suspended = outcome === "refused" && detail === "SUSPENDED";
  return { refused: suspended ? authErrors.login_session_suspended() : authErrors.login_session_ended() };
}

async function refuseInactive(tx: Tx, id: LoginSessionId, state: PersonState | undefined): Promise<Rotation> {
  await moveLoginSession(tx, { id, to: "REVOKED", reason: "account_inactive" });
  return {
    refused: state === "SUSPENDED" ? authErrors.account_suspended() : authErrors.login_session_ended(),
  };
}
