import type { Context } from "hono";
import { singleton } from "../platform/concurrency/singleton.ts";
import { env } from "../platform/config/env.ts";
import { log } from "../platform/logging/log.ts";
import { platformErrors } from "../platform/operation/errors.ts";
import { hasBody, headerOf, isRead } from "./header.ts";

/**
 * Where a request comes from, by what a browser says of it and a page cannot forge. `client`: no browser sent it. `own`:
 * a page of ours. `allowed`: a page of an origin in `CORS_ORIGINS`. `foreign`: any other page.
 */
export type Source = "client" | "own" | "allowed" | "foreign";

export function sourceOf(c: Context): Source {
  const origin = headerOf(c, "origin");
  const site = headerOf(c, "sec-fetch-site");
  if (origin === undefined) return site === undefined ? "client" : isOwnSite(site) ? "own" : "foreign";
  if (isOwnOrigin(c, origin)) return site === undefined || isOwnSite(site) ? "own" : "foreign";
  return env.CORS_ORIGINS.includes(origin) ? "allowed" : "foreign";
}

/** Where the caller's pages are, so that an address we give a browser leads back to the login it has. */
export const originOf = (c: Context): string => {
  const origin = headerOf(c, "origin");
  return origin !== undefined && isOwnOrigin(c, origin) ? origin : env.APP_URL;
};

/**
 * Refuses a write that comes from a page of another site.
 * @param allowsOrigins - whether pages of `CORS_ORIGINS` may call too
 * @throws `cross_site` (403)
 */
export function requireTrustedSource(c: Context, { allowsOrigins }: { allowsOrigins: boolean }): void {
  const source = sourceOf(c);
  if (source !== "foreign" && (source !== "allowed" || allowsOrigins)) return;
  sayOnce(c);
  throw platformErrors.cross_site({ appUrl: env.APP_URL });
}

/**
 * Lets a write pass that comes from a page of ours or from no browser, and is JSON: what a form of another site can make
 * a browser send is neither. Log-in is a write like any other, or another site could log people in to its own account.
 * @param allowsOrigins - whether pages of `CORS_ORIGINS` may call too
 * @throws `cross_site` (403); `json_required` (415)
 */
export function requireTrustedWrite(c: Context, { allowsOrigins }: { allowsOrigins: boolean }): void {
  if (isRead(c)) return;
  requireTrustedSource(c, { allowsOrigins });
  const type = headerOf(c, "content-type");
  if (type === undefined ? hasBody(c) : !isJson(type)) throw platformErrors.json_required();
}

const isJson = (contentType: string): boolean =>
  contentType.split(";", 1)[0]?.trim().toLowerCase() === "application/json";

/** `none` is what a person did, such as opening an address; no page can make it so. */
const isOwnSite = (site: string): boolean => site === "same-origin" || site === "none";

function isOwnOrigin(c: Context, origin: string): boolean {
  if (!URL.canParse(origin)) return false;
  return origin === new URL(env.APP_URL).origin || new URL(origin).host === headerOf(c, "host");
}

const said = singleton("own-page-said", () => ({ refusal: false }));

/** Logs once that a proxy rewrites `Host`: the browser takes the page for its own, but the address is not ours. */
function sayOnce(c: Context): void {
  const origin = headerOf(c, "origin");
  const looksOwn = ["same-origin", undefined].includes(headerOf(c, "sec-fetch-site"));
  if (said.refusal || origin === undefined || !looksOwn) return;
  said.refusal = true;
  log.error({
    ...{ action: "http.own-page", outcome: "cross_site", origin: origin.slice(0, 200) },
    ...{ host: headerOf(c, "host")?.slice(0, 200), appUrl: env.APP_URL },
    advice:
      "A page's write was refused because its origin is neither APP_URL nor the Host that arrived. If a proxy rewrites Host, set APP_URL to the address that people open.",
  });
}
