import { createHash, randomBytes } from "node:crypto";

const SECRET_BYTES = 24;

/** A new secret of a link, and what is stored of it. */
export function newToken(): { readonly token: string; readonly tokenHash: string } {
  const token = randomBytes(SECRET_BYTES).toString("base64url");
  return { token, tokenHash: hashOf(token) };
}

export const hashOf = (token: string): string => createHash("sha256").update(token).digest("base64url");
