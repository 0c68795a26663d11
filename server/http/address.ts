import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";
import { singleton } from "../platform/concurrency/singleton.ts";
import { env } from "../platform/config/env.ts";
import { readAddress } from "../platform/http/network.ts";
import { log } from "../platform/logging/log.ts";
import { headerOf } from "./header.ts";

/** Stands for all whose address no one can tell: they share a limit, but they have one. */
const UNKNOWN = "unknown";

/** Asked from inside, past the proxies: probes of the app's health, and the server of the background functions. */
const INSIDE = /^\/api\/(health|inngest)(\/|$)/;

/**
 * The client's address, by which limits count. Of `X-Forwarded-For` only the entries that trusted proxies added are
 * believed, counted from the end. Where fewer came than proxies are trusted, any of them may be the client's own
 * invention, so the connection's address counts. The log says once that the setting does not fit, also where none is trusted and
 * some come.
 */
export function addressOf(c: Context): string | undefined {
  const hops = env.TRUSTED_PROXY_HOPS;
  // Only Node's own server knows the connection; a serverless host hands over a bare request.
  const connection = c.env?.incoming ? getConnInfo(c).remote.address : undefined;
  const forwarded = headerOf(c, "x-forwarded-for");
  if (hops === 0) {
    if (forwarded !== undefined) sayOnce("unexpected", hops, forwarded.split(",").length);
    return connection;
  }
  const entries = forwarded?.split(",") ?? [];
  const believed = readAddress(entries.at(-hops) ?? "");
  if (believed) return believed;
  if (forwarded !== undefined || !INSIDE.test(c.req.path)) sayOnce("missing", hops, entries.length);
  return connection ?? UNKNOWN;
}

const ADVICE = {
  missing:
    "Requests come with fewer X-Forwarded-For addresses than TRUSTED_PROXY_HOPS says, so limits count the address of the connection, which all who come through one proxy share. Set TRUSTED_PROXY_HOPS to the number of proxies in front of this app.",
  unexpected:
    "A request came with X-Forwarded-For while TRUSTED_PROXY_HOPS is 0. If a proxy in front of this app wrote it, limits count all clients as that proxy: set TRUSTED_PROXY_HOPS to the number of proxies. If a client did, nothing believes it.",
} as const;

const said = singleton("forwarded-for-said", () => new Set<keyof typeof ADVICE>());

function sayOnce(what: keyof typeof ADVICE, trusted: number, came: number): void {
  if (said.has(what)) return;
  said.add(what);
  log.error({
    ...{ action: "http.address", outcome: `forwarded_for_${what}`, trusted, came },
    advice: ADVICE[what],
  });
}
