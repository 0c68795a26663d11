import { env } from "../platform/config/env.ts";

/** The page of a link. Its token is behind the `#`, which browsers send to no server, neither ours nor in a Referer. */
export const addressOfLink = (token: string): string => `${env.APP_URL}/account-link#${token}`;
