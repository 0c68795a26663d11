import { createHash, randomBytes } from "node:crypto";
import { env } from "../platform/config/env.ts";

/** The secret of a door link or of a device: 256 random bits. */
export const newToken = (): string => randomBytes(32).toString("base64url");

/** What is kept of a secret, so that a reader of the database opens no door. */
export const hashOf = (token: string): string => createHash("sha256").update(token).digest("base64url");

/** The cookie with a device's secret. It is sent to the calls of the door alone. */
export const doorCookie = () => ({
  name: `${env.APP_URL.startsWith("https:") ? "__Secure-" : ""}seonchak_door`,
  path: "/api/door",
});
