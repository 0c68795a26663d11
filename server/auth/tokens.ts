import {
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
  timingSafeEqual,
  type webcrypto,
} from "node:crypto";
import { errors, type JWTPayload, jwtVerify, SignJWT } from "jose";
import { singleton } from "../platform/concurrency/singleton.ts";
import { env } from "../platform/config/env.ts";
import { idOf } from "../platform/values/ids.ts";
import { hashOf } from "../platform/values/secret.ts";
import type { LoginSessionId, UserId } from "./contract.ts";
import { authErrors } from "./errors.ts";

/** Names of the cookies; with https the browser itself refuses copies set by a sister domain or in clear. */
export const cookieNames = (appUrl = env.APP_URL) => {
  const https = appUrl.startsWith("https:");
  return {
    access: `${https ? "__Host-" : ""}seonchak_access`,
    refresh: `${https ? "__Secure-" : ""}seonchak_refresh`,
    viewer: `${https ? "__Host-" : ""}seonchak_viewer`,
  };
};

/** Whom an access token speaks for; whether it may speak now, and with which role, only Redis knows. */
export interface AccessClaims {
  readonly userId: UserId;
  readonly loginSessionId: LoginSessionId;
}

const ISSUER = "seonchak";
const AUDIENCE = "seonchak-api";
const ALGORITHM = "HS256";
/** RFC 9068; no other token of ours carries it, so none can be taken for an access token. */
const TYPE = "at+jwt";

/** Kept as a key of WebCrypto: jose would make one of any other kind for each token, at twice the CPU of a check. */
function accessTokenKey(): webcrypto.CryptoKey {
  cryptoKey ??= keyFor("access-token").toCryptoKey(HMAC, false, ["sign", "verify"]);
  return cryptoKey;
}
const HMAC = { name: "HMAC", hash: "SHA-256" };
let cryptoKey: webcrypto.CryptoKey | undefined;

/** Signs an access token that ends after `seconds`. */
export async function signAccessToken(claims: AccessClaims, seconds: number): Promise<string> {
  const issuedAt = Math.floor(Date.now() / 1000);
  return new SignJWT({ sid: claims.loginSessionId })
    .setProtectedHeader({ alg: ALGORITHM, typ: TYPE })
    .setSubject(claims.userId)
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + seconds)
    .sign(accessTokenKey());
}

/** What a token claims, and when it ends, in milliseconds of the process's clock. */
interface Verified extends AccessClaims {
  readonly endsAtMs: number;
}

/** More than the people one process serves at a time; beyond, the oldest are verified again. */
const VERIFIED_MAX = 20_000;

/**
 * Tokens whose signature was checked. A signature does not change, and checking one takes a turn in the thread pool
 * that password hashes use too; looking here takes under a microsecond.
 */
const verifiedTokens = singleton("verified-access-tokens", () => new Map<string, Verified>());

/** @throws `access_token_invalid` (401) for a token that is forged, expired, malformed or of another kind */
export async function verifyAccessToken(token: string): Promise<Verified> {
  const known = verifiedTokens.get(token) ?? remember(token, await verify(token));
  if (known.endsAtMs > Date.now()) return known;
  verifiedTokens.delete(token);
  throw authErrors.access_token_invalid();
}

function remember(token: string, verified: Verified): Verified {
  const [oldest] = verifiedTokens.size >= VERIFIED_MAX ? verifiedTokens.keys() : [];
  if (oldest !== undefined) verifiedTokens.delete(oldest);
  verifiedTokens.set(token, verified);
  return verified;
}

const anyUserId = idOf("user");
const anyLoginSessionId = idOf("login_session");

async function verify(token: string): Promise<Verified> {
  const payload = await checkSignature(token);
  const userId = anyUserId.safeParse(payload.sub);
  const loginSessionId = anyLoginSessionId.safeParse(payload.sid);
  if (!userId.success || !loginSessionId.success) throw authErrors.access_token_invalid();
  return { userId: userId.data, loginSessionId: loginSessionId.data, endsAtMs: Number(payload.exp) * 1000 };
}

async function checkSignature(token: string): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(token, accessTokenKey(), {
      algorithms: [ALGORITHM],
      issuer: ISSUER,
      audience: AUDIENCE,
      typ: TYPE,
      requiredClaims: ["sub", "sid", "exp"],
    });
    return payload;
  } catch (error) {
    if (error instanceof errors.JOSEError) throw authErrors.access_token_invalid();
    throw error;
  }
}

/** A refresh token and what Redis keeps of it. */
export interface RefreshToken {
  readonly token: string;
  /** A SHA-256, so that a reader of Redis cannot refresh. */
  readonly hash: string;
}

/** A refresh token that was once issued, as it came back. */
export interface PresentedToken extends RefreshToken {
  readonly loginSessionId: LoginSessionId;
  /** The token that follows it. */
  readonly next: RefreshToken;
}

const SECRET_BYTES = 32;
const TAG_BYTES = 16;

/** A login session's first refresh token: `<login session id>.<256 random bits and their tag>`. */
export const firstRefreshToken = (id: LoginSessionId): RefreshToken =>
  refreshTokenOf(id, randomBytes(SECRET_BYTES));

/**
 * Reads a refresh token. Its tag tells a token that was once issued, whose return is theft, from one that someone
 * made up, which must not end another's login session. The next token is derived from it, so two tabs that refresh
 * together, or a client that lost the answer, are given the same one.
 * @returns undefined for anything that was never issued
 */
export function readRefreshToken(token: string): PresentedToken | undefined {
  const [id, text = ""] = token.split(".", 2);
  const { data: loginSessionId } = anyLoginSessionId.safeParse(id);
  const bytes = Buffer.from(text, "base64url");
  if (!loginSessionId || bytes.length !== SECRET_BYTES + TAG_BYTES) return undefined;
  const secret = bytes.subarray(0, SECRET_BYTES);
  if (!timingSafeEqual(bytes.subarray(SECRET_BYTES), tagOf(loginSessionId, secret))) return undefined;
  const next = refreshTokenOf(loginSessionId, mac("refresh-token-next", loginSessionId, secret));
  return { loginSessionId, next, ...refreshTokenOf(loginSessionId, secret) };
}

const refreshTokenOf = (id: LoginSessionId, secret: Buffer): RefreshToken => {
  const text = Buffer.concat([secret, tagOf(id, secret)]).toString("base64url");
  return { token: `${id}.${text}`, hash: hashOf(secret) };
};

const tagOf = (id: LoginSessionId, secret: Buffer) =>
  mac("refresh-token-tag", id, secret).subarray(0, TAG_BYTES);

const mac = (purpose: KeyPurpose, id: LoginSessionId, secret: Buffer) =>
  createHmac("sha256", keyFor(purpose)).update(id).update(secret).digest();

type KeyPurpose = "access-token" | "refresh-token-tag" | "refresh-token-next";
const keys = new Map<KeyPurpose, KeyObject>();

/** The key of a purpose, derived from AUTH_SECRET. */
function keyFor(purpose: KeyPurpose): KeyObject {
  const known = keys.get(purpose);
  if (known) return known;
  const bytes = hkdfSync("sha256", env.AUTH_SECRET, "", `seonchak ${purpose}`, 32);
  const key = createSecretKey(Buffer.from(bytes));
  keys.set(purpose, key);
  return key;
}
