import type { Role } from "../platform/operation/context.ts";
import type { AppError } from "../platform/operation/errors.ts";
import { authErrors } from "./errors.ts";

const POWER: Record<Role, number> = { USER: 0, SELLER: 1, ADMIN: 2 };

/** Whether a role may do more than another. */
export const isMore = (one: Role, other: Role): boolean => POWER[one] > POWER[other];

/**
 * An administrator must remain who can undo it.
 * @param admins - the active administrators
 * @param leaving - who will not be one any more
 * @throws `last_admin` (409)
 */
export function requireOtherAdmin(admins: readonly string[], leaving: string): void {
  if (admins.length === 1 && admins[0] === leaving) throw authErrors.last_admin();
}

/** The accounts of the demo, whose password is public. */
export const DEMO_EMAILS = ["admin@demo.test", "seller@demo.test", "buyer@demo.test"] as const;

/** Seconds that an access token is good for: as long as a stolen one is of use on an open login session. */
export const ACCESS_TOKEN_SECONDS = 600;

/** A login session ends after this time without a refresh, and at the latest this long after the login. */
export const IDLE_SECONDS_MAX = 14 * 24 * 3600;
export const LOGIN_SESSION_SECONDS_MAX = 30 * 24 * 3600;

/** A used refresh token that comes back this soon is a second tab or a lost answer, not a thief. */
export const REUSE_GRACE_SECONDS = 10;

/** The login sessions that one account keeps; the next login ends the one that was used longest ago. */
export const LOGIN_SESSIONS_MAX = 50;

/** An ended login session can be looked at this long. */
export const ENDED_KEPT_SECONDS = 24 * 3600;

/** A minute's failed logins: from one address, and on one account from one address. */
export const FAILURES_PER_ADDRESS_MAX = 20;
export const FAILURES_PER_ACCOUNT_MAX = 5;
/**
 * Guesses at one account from all networks that it never logged in from: so many are free, then each waits for a turn,
 * and the turns come ever farther apart. Who would wait too long is sent away.
 */
export const STRANGERS_GUESSES_FREE = 10;
export const STRANGERS_TURN_MS_MAX = 10_000;
export const STRANGERS_WAIT_MS_MAX = 10_000;
/** A pause of this length makes the guesses free again. */
export const STRANGERS_PAUSE_SECONDS = 3600;

/** The networks that an account is known to log in from, and how long each is remembered. */
export const KNOWN_NETWORKS_MAX = 20;
export const KNOWN_NETWORK_SECONDS = 90 * 24 * 3600;

/** What a domain may be written with beyond ASCII; the full stops are those that input methods write. */
const DOMAIN = /^[\p{L}\p{N}\p{M}.\u3002\uff0e\uff61-]+$/u;

/**
 * An address in the one form that is kept and compared: composed, its domain in ASCII where it has other letters, so that
 * `user@예시.한국` and its punycode are one account. What is no address stays as it is, to be refused.
 */
export function canonicalEmail(text: string): string {
  const composed = text.normalize("NFC");
  const at = composed.lastIndexOf("@");
  const domain = composed.slice(at + 1);
  const isAscii = /^[\x21-\x7e]*$/.test(domain) && !/(^|\.)xn--/i.test(domain);
  if (at < 1 || isAscii || !DOMAIN.test(domain) || !URL.canParse(`http://${domain}`)) return composed;
  return `${composed.slice(0, at)}@${new URL(`http://${domain}`).hostname}`;
}

/** Redis tells every process over this channel of a login session whose status or role has changed. */
export const AUTHORITY_CHANNEL = "login-sessions";
/** Calls that last are looked at again this often, for messages that were lost. */
export const AUTHORITY_LOOK_MS = 10_000;
/** They end when Redis has not confirmed them for this long. */
export const AUTHORITY_UNCONFIRMED_MS_MAX = 20_000;

/** A login session as Redis keeps it, as far as it says what its requests may do. */
interface Kept {
  readonly status?: string | null | undefined;
  readonly role?: string | null | undefined;
  /** When its second factor was last given; null where it was not. */
  readonly provedAt?: string | null | undefined;
}

/** The role in which a login session acts: an operator's without a second factor is a buyer's, where one is demanded. */
export const actingRole = ({ role, provedAt }: Kept, isFactorDemanded: boolean): string | null | undefined =>
  isFactorDemanded && role === "ADMIN" && !provedAt ? "USER" : role;

/** Why a login session, as Redis keeps it, may not act in a role; undefined where it may. */
export function loginRefusal(
  {
    status,
    role,
  }: { readonly status?: string | null | undefined; readonly role?: string | null | undefined },
  acting: Role,
): AppError | undefined {
  if (status === "SUSPENDED") return authErrors.login_session_suspended();
  if (status !== "ACTIVE") return authErrors.login_session_ended();
  return role === acting ? undefined : authErrors.role_changed();
}
