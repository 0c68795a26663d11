import { randomBytes } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import { seal, unseal } from "../platform/values/seal.ts";
import { hashOf } from "../platform/values/secret.ts";

/** What authenticator apps take without being told (RFC 6238): six digits of SHA-1 every 30 seconds. */
const STEP_SECONDS = 30;
const SECRET_BYTES = 20;
/** A code of the step before or after is taken too, since the clock of a phone is not ours. */
const LEEWAY_STEPS = 1;

const totpOf = (secret: Secret, label = "") =>
  new TOTP({ issuer: "Seonchak", label, algorithm: "SHA1", digits: 6, period: STEP_SECONDS, secret });

const purposeOf = (userId: string) => `second factor ${userId}`;

/** A new secret: sealed for the account, in the letters that people type, and as the address that a QR code holds. */
export function newFactor(userId: string, label: string) {
  const secret = new Secret({ size: SECRET_BYTES });
  return {
    sealedSecret: seal(secret.base32, purposeOf(userId)),
    secret: secret.base32,
    uri: totpOf(secret, label).toString(),
  };
}

/**
 * The time step that a code is of.
 * @param atMs - milliseconds since 1970 by the database's clock
 * @returns undefined for a wrong code
 */
export function stepOf(
  { userId, sealedSecret }: { readonly userId: string; readonly sealedSecret: string },
  code: string,
  atMs: number,
): number | undefined {
  const secret = Secret.fromBase32(unseal(sealedSecret, purposeOf(userId)));
  const delta = totpOf(secret).validate({ token: code, timestamp: atMs, window: LEEWAY_STEPS });
  return delta === null ? undefined : Math.floor(atMs / 1000 / STEP_SECONDS) + delta;
}

const RECOVERY_CODES = 10;
const RECOVERY_BYTES = 10;

/** Codes for who has lost the app, such as `K7QX-2MNP-…`: 80 random bits each, so that a hash of one cannot be guessed. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: RECOVERY_CODES }, () => {
    const text = new Secret({ buffer: new Uint8Array(randomBytes(RECOVERY_BYTES)).buffer }).base32;
    return text.match(/.{4}/g)?.join("-") ?? text;
  });

/** A recovery code as it is compared: without spaces, hyphens and letter case. */
export const hashOfRecoveryCode = (code: string): string => hashOf(code.replace(/[\s-]/g, "").toUpperCase());

export const isAppCode = (code: string): boolean => /^\d{6}$/.test(code);

/** Tries with a code for one account within the window, from wherever: a million codes, of which three are right at a time. */
export const CODE_TRIES_MAX = 5;
export const CODE_WINDOW_SECONDS = 900;

/** An act that gives power asks for a code again when the last one is older than this. */
export const PROOF_SECONDS = 600;
