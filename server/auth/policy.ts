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

/** What a new password must have; the sign-up form shows the same list while one types. */
export const PASSWORD_RULES = ["length", "upper", "lower", "digit", "uncommon"] as const;
export type PasswordRule = (typeof PASSWORD_RULES)[number];

export const PASSWORD_LENGTH_MIN = 8;
export const PASSWORD_LENGTH_MAX = 128;

/**
 * The rules that a password breaks, in the order of {@link PASSWORD_RULES}; none when it may be used. It is judged as
 * composed text, so that a syllable counts once whichever keyboard sent it.
 */
export const brokenPasswordRules = (password: string): PasswordRule[] =>
  PASSWORD_RULES.filter((rule) => !KEEPS[rule](password.normalize("NFC")));

const KEEPS: Record<PasswordRule, (password: string) => boolean> = {
  length: (password) => {
    const length = [...password].length;
    return length >= PASSWORD_LENGTH_MIN && length <= PASSWORD_LENGTH_MAX;
  },
  upper: (password) => /\p{Lu}/u.test(password),
  lower: (password) => /\p{Ll}/u.test(password),
  digit: (password) => /\p{Nd}/u.test(password),
  uncommon: (password) => !COMMON_PASSWORDS.has(password.toLowerCase()),
};

/** The head of the lists of stolen passwords, as far as it passes the other rules; compared without regard to case. */
const COMMON_PASSWORDS = new Set(
  (
    "password1 password12 password123 password1! password123! passw0rd passw0rd1 p@ssw0rd p@ssw0rd1 p@ssword1 " +
    "pa55word pa$$w0rd qwerty12 qwerty123 qwerty1234 qwerty12345 qwer1234 asdf1234 zxcv1234 abc12345 abc123456 " +
    "abcd1234 aa123456 aa12345678 a1234567 a12345678 a123456789 1q2w3e4r 1q2w3e4r5t 1qaz2wsx q1w2e3r4 q1w2e3r4t5 " +
    "zaq12wsx zaq1xsw2 zaq1zaq1 1a2b3c4d a1b2c3d4 a1s2d3f4 welcome1 welcome123 letmein1 letmein123 iloveyou1 " +
    "admin123 admin1234 administrator1 monkey123 dragon123 football1 baseball1 superman1 princess1 sunshine1 " +
    "michael1 jordan23 charlie1 changeme1 changeme123 summer2024 summer2025 winter2024 winter2025 seonchak1 " +
    "seonchak123"
  ).split(" "),
);

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

/** A minute's sign-ups from one address, which also bounds asking whether an e-mail has an account. */
export const SIGN_UPS_PER_ADDRESS_MAX = 20;

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
