import { env } from "../platform/config/env.ts";
import { approximateNow } from "../platform/database/clock.ts";
import { anyone, role, signedIn } from "../platform/operation/allow.ts";
import { defineQuery } from "../platform/operation/command.ts";
import { type AppContext, ROLES, type Role, type UserActor } from "../platform/operation/context.ts";
import { type AppError, platformErrors } from "../platform/operation/errors.ts";
import { matchPassword } from "../platform/values/passwords.ts";
import { NoInput } from "../platform/values/text.ts";
import { findUser, findUserByEmail, type User } from "./accounts.store.ts";
import {
  Account,
  FindLoginSessions,
  FindPerson,
  type LoginSessionId,
  LoginSessionsOfUser,
  LoginSessionView,
  MyPasskeys,
  Person,
  SecondFactorView,
  type UserId,
} from "./contract.ts";
import { authErrors } from "./errors.ts";
import { PROOF_SECONDS } from "./factors.policy.ts";
import { findFactor } from "./factors.store.ts";
import { countLogin } from "./limits.ts";
import { loginSessionMachine } from "./machine.ts";
import { arePasskeysOffered } from "./passkeys.policy.ts";
import { findPasskeysOf, hasPasskey } from "./passkeys.store.ts";
import { loginRefusal } from "./policy.ts";
import { readProof, readStatus } from "./standing.store.ts";
import { findLoginSession, findLoginSessionsOf, type LoginSession } from "./store.ts";
import { verifyAccessToken } from "./tokens.ts";

/**
 * Who sends this access token. Asked on every request: the signature says which login session, Redis whether it may
 * still speak and with which role, so an ended or suspended one is out at once.
 * @throws `access_token_invalid`, `login_session_ended`, `login_session_suspended` (401); `unavailable` (503) while
 * Redis does not answer: no one is let in unchecked
 */
export async function authenticate(ctx: AppContext, accessToken: string): Promise<UserActor> {
  const { userId, loginSessionId, endsAtMs } = await verifyAccessToken(accessToken);
  const { status, role, lacksSecondFactor } = await readStatus(ctx, loginSessionId);
  if (!isRole(role)) throw authErrors.login_session_ended();
  const refusal = loginRefusal({ status, role }, role);
  if (refusal) throw refusal;
  return {
    ...{ kind: "user", userId, role, loginSessionId, accessEndsAtMs: endsAtMs },
    ...(lacksSecondFactor && { lacksSecondFactor }),
  };
}

/**
 * Whether a login session may still be told things while no one asks with it. One past its end has ended, whatever its hash
 * says. Throws `unavailable` (503) without Redis.
 */
export async function loginStandingOf(
  ctx: AppContext,
  id: LoginSessionId,
): Promise<"active" | "suspended" | "ended"> {
  const loginSession = await findLoginSession(ctx, id);
  if (!loginSession || loginSessionMachine.isEnd(loginSession.status)) return "ended";
  if (loginSession.endsAt <= (await approximateNow(ctx.db)).getTime()) return "ended";
  return loginSession.status === "SUSPENDED" ? "suspended" : "active";
}

const isRole = (role: string | null | undefined): role is Role => ROLES.some((known) => known === role);

export const me = defineQuery({
  id: "auth.me",
  summary: "Your account, or null when you are not logged in.",
  allow: anyone,
  input: NoInput,
  output: Account.nullable(),
  async run(ctx) {
    if (ctx.actor.kind !== "user") return null;
    return (await findUser(ctx, ctx.actor.userId)) ?? null;
  },
});

export const mySecondFactor = defineQuery({
  id: "auth.my-second-factor",
  summary: "Whether your account has a second factor, and needs one.",
  allow: signedIn,
  input: NoInput,
  output: SecondFactorView,
  async run(ctx) {
    const { userId, loginSessionId } = ctx.actor;
    const [user, factor, provedAt] = await Promise.all([
      findUser(ctx, userId),
      findFactor(ctx, userId),
      readProof(ctx, loginSessionId),
    ]);
    return {
      isOn: Boolean(factor?.confirmedAt),
      isDemanded: env.OPERATOR_SECOND_FACTOR && user?.role === "ADMIN",
      isProved: provedAt !== undefined,
      recoveryCodesLeft: factor?.recoveryHashes.length ?? 0,
    };
  },
});

export const myPasskeys = defineQuery({
  id: "auth.my-passkeys",
  summary: "Your passkeys.",
  allow: signedIn,
  input: NoInput,
  output: MyPasskeys,
  run: async (ctx) => ({
    isOffered: arePasskeysOffered(),
    passkeys: await findPasskeysOf(ctx, ctx.actor.userId),
  }),
});

export const myLoginSessions = defineQuery({
  id: "auth.my-login-sessions",
  summary: "Your login sessions, the one used last first.",
  allow: signedIn,
  input: NoInput,
  output: LoginSessionView.array(),
  async run(ctx) {
    return viewsOf(ctx, ctx.actor.userId);
  },
});

export const findPerson = defineQuery({
  id: "auth.find-person",
  summary: "The person whose account has this e-mail.",
  allow: role("ADMIN"),
  input: FindPerson,
  output: Person,
  async run(ctx, { email }) {
    const user = await findUserByEmail(ctx, email);
    if (!user) throw platformErrors.not_found({ what: "user" });
    return user;
  },
});

export const loginSessionsOfUser = defineQuery({
  id: "auth.login-sessions-of-user",
  summary: "The login sessions of a person, the one used last first.",
  allow: role("ADMIN"),
  input: FindLoginSessions,
  output: LoginSessionsOfUser,
  async run(ctx, { userId }) {
    const user = await findUser(ctx, userId);
    if (!user) throw platformErrors.not_found({ what: "user" });
    return { user, loginSessions: await viewsOf(ctx, user.id) };
  },
});

async function viewsOf(ctx: AppContext, userId: UserId) {
  const now = await approximateNow(ctx.db);
  return (await findLoginSessionsOf(ctx, userId)).map((loginSession) => viewOf(ctx, loginSession, now));
}

function viewOf(ctx: AppContext, loginSession: LoginSession, now: Date) {
  const { id, status, reason, userAgent, ip, endsAt } = loginSession;
  const overdue = endsAt <= now.getTime() && loginSessionMachine.allows(status, "EXPIRED");
  return {
    id,
    status: overdue ? "EXPIRED" : status,
    reason: reason || null,
    current: ctx.actor.kind === "user" && ctx.actor.loginSessionId === id,
    createdAt: new Date(loginSession.createdAt),
    updatedAt: new Date(loginSession.updatedAt),
    lastSeenAt: new Date(loginSession.lastSeenAt),
    endsAt: new Date(endsAt),
    userAgent: userAgent || null,
    ip: ip || null,
  };
}

/**
 * Whether a caller who takes tickets has proved that mail reaches them, where `REQUIRE_VERIFIED_EMAIL` demands it.
 * @returns the refusal to give, or null
 */
export async function unverifiedRefusal(ctx: AppContext<UserActor>): Promise<AppError | null> {
  if (!env.REQUIRE_VERIFIED_EMAIL) return null;
  const user = await findUser(ctx, ctx.actor.userId);
  return user?.emailVerifiedAt ? null : authErrors.email_unverified();
}

/** The account that may be used and has this e-mail; undefined where there is none, or it is suspended or erased. */
export async function findActivePerson(ctx: AppContext, email: string): Promise<User | undefined> {
  const user = await findUserByEmail(ctx, email);
  return user?.state === "ACTIVE" ? user : undefined;
}

/**
 * Whether it is the person who acts, and not someone at a device that was left open: the password is asked again. Guesses
 * count as failed logins. Throws `wrong_password` (403), `rate_limited` (429), `unavailable` (503).
 * @returns the account
 */
export async function requirePassword(ctx: AppContext<UserActor>, password: string): Promise<User> {
  const user = await findUser(ctx, ctx.actor.userId);
  if (user?.state !== "ACTIVE") throw platformErrors.unauthorized();
  const counted = await countLogin(ctx, user.email);
  if ((await matchPassword(password, user.passwordHash)) === "wrong") throw authErrors.wrong_password();
  await counted.succeeded();
  return user;
}

/**
 * Whether who changes with what an account is opened is its person: a second factor that is there was given within ten
 * minutes, since a thief of the password could else make one. A buyer's passkey is not asked for: their password opens the
 * account without it, and one that was lost must be removed.
 * @throws `proof_required` (403), `unavailable` (503)
 */
export async function requireProofOfFactor(ctx: AppContext<UserActor>): Promise<void> {
  const { userId } = ctx.actor;
  const [user, factor, passkey] = await Promise.all([
    findUser(ctx, userId),
    findFactor(ctx, userId),
    hasPasskey(ctx, userId),
  ]);
  if (factor?.confirmedAt || (passkey && user?.role === "ADMIN")) await requireRecentProof(ctx, ctx.actor);
}

/** Whether a person has a second factor: an authenticator app that is confirmed, or a passkey. */
export async function hasFactor(ctx: AppContext, userId: UserId): Promise<boolean> {
  const factor = await findFactor(ctx, userId);
  return Boolean(factor?.confirmedAt) || hasPasskey(ctx, userId);
}

/**
 * Whether the person of a login session proved within ten minutes that it is them.
 * @throws `proof_required` (403), `unavailable` (503)
 */
export async function requireRecentProof(ctx: AppContext, { loginSessionId }: UserActor): Promise<void> {
  const now = await approximateNow(ctx.db);
  const provedAt = await readProof(ctx, loginSessionId);
  if (provedAt === undefined || now.getTime() - provedAt > PROOF_SECONDS * 1000)
    throw authErrors.proof_required();
}
