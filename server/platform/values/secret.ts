import { createHash, randomBytes } from "node:crypto";

/** The secret of a link or of a device, random, for an address or a cookie. @param bytes - 256 bits unless given */
export const newSecret = (bytes = 32): string => randomBytes(bytes).toString("base64url");

/** What is kept of a secret, or of a text to compare: a reader of the database or of Redis learns nothing from it. */
export const hashOf = (text: string | Buffer): string =>
  createHash("sha256").update(text).digest("base64url");
