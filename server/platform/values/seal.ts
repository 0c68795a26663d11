import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { env } from "../config/env.ts";

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

/** A key for one purpose, made of the app's secret: what is sealed for one cannot be opened for another. */
const keyFor = (purpose: string): Buffer =>
  Buffer.from(hkdfSync("sha256", env.AUTH_SECRET, "seonchak", `seal.${purpose}`, KEY_BYTES));

/**
 * Encrypts a text for storage (AES-256-GCM), bound to what it belongs to: moved to another row it cannot be opened.
 * @param purpose - what it is, and whose: `code integration_session_01k…`
 */
export function seal(text: string, purpose: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", keyFor(purpose), nonce);
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64url");
}

/** The text again. Throws where it was changed, was sealed for another purpose, or the app's secret is another one. */
export function unseal(sealed: string, purpose: string): string {
  const bytes = Buffer.from(sealed, "base64url");
  const nonce = bytes.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv("aes-256-gcm", keyFor(purpose), nonce);
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  return decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES), undefined, "utf8") + decipher.final("utf8");
}
