import { createHash, randomBytes } from "node:crypto";
import { env } from "../platform/config/env.ts";

/** What a link carries: 256 random bits. */
export const newLinkToken = (): string => randomBytes(32).toString("base64url");

/** What the database keeps of it. */
export const hashOfToken = (token: string): string => createHash("sha256").update(token).digest("base64url");

/** The page of a link. Its token is behind the `#`, which browsers send to no server, neither ours nor in a Referer. */
export const addressOfLink = (token: string): string => `${env.APP_URL}/account-link#${token}`;
