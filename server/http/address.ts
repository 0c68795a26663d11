import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";
import { env } from "../platform/env.ts";
import { log } from "../platform/log.ts";
import { readAddress } from "../platform/network.ts";
import { singleton } from "../platform/singleton.ts";
import { headerOf } from "./header.ts";

/** Stands for all whose address no one can tell: they share a limit, but they have one. */
const UNKNOWN = "unknown";

/**
 * The client's address, by which limits count. Of `X-Forwarded-For` only the entries that trusted proxies added are
 * believed, counted from the end. Where fewer came than proxies are trusted, any of them may be the client's own
 * invention, so the connection's address counts, and the log says once that the setting does not fit.
 */
export function addressOf(c: Context): string | undefined {
  const hops = env.TRUSTED_PROXY_HOPS;
  // Only Node's own server knows the connection; a serverless host hands over a bare request.
  const connection = c.env?.incoming ? getConnInfo(c).remote.address : undefined;
  if (hops === 0) return connection;
  const entries = headerOf(c, "x-forwarded-for")?.split(",") ?? [];
  const believed = readAddress(entries.at(-hops) ?? "");
  if (believed) return believed;
  sayOnce(hops, entries.length);
  return connection ?? UNKNOWN;
}

const said = singleton("forwarded-for-said", () => ({ fewer: false }));

function sayOnce(trusted: number, came: number): void {
  if (said.fewer) return;
  said.fewer = true;
  log.error({
    ...{ action: "http.address", outcome: "forwarded_for_missing", trusted, came },
    advice:
      "Requests come with fewer X-Forwarded-For addresses than TRUSTED_PROXY_HOPS says, so limits count the address of the connection, which all who come through one proxy share. Set TRUSTED_PROXY_HOPS to the number of proxies in front of this app.",
  });
}
