import type { Context } from "hono";
import { openAuthority } from "../auth/live.ts";
import { singleton } from "../platform/concurrency/singleton.ts";
import { env } from "../platform/config/env.ts";
import { networkOf } from "../platform/http/network.ts";
import type { AppContext, Authority } from "../platform/operation/context.ts";
import { platformErrors } from "../platform/operation/errors.ts";
import { actorOf } from "./context.ts";

/**
 * The most streams of one person at a process. A browser has one stream for all its tabs, and a person a few browsers. More
 * streams are refused, as are those beyond a network's limit. The pages then poll, so buying stays possible.
 */
export const STREAMS_PER_USER = 10;
const STREAMS_PER_NETWORK = 1000;

const counts = singleton("open-streams", () => new Map<string, number>());

/**
 * The context of a stream: it is counted, and lives by an authority, until its connection is closed.
 * @throws `too_many_streams` (429); what {@link actorOf} throws for a token that is no good
 */
export async function openStream(
  c: Context,
  anonymous: AppContext,
  { perNetwork = STREAMS_PER_NETWORK } = {},
): Promise<AppContext> {
  const leave: (() => void)[] = [];
  const close = () => {
    for (const each of leave.splice(0)) each();
  };
  onClose(c, close);
  try {
    if (anonymous.ip) leave.push(takePlace(`network ${networkOf(anonymous.ip)}`, perNetwork));
    const actor = await actorOf(c, anonymous, true);
    if (actor.kind === "user") leave.push(takePlace(actor.userId, STREAMS_PER_USER));
    const authority = actor.kind === "user" ? openAuthority(anonymous, actor) : FOR_EVERYONE;
    leave.push(authority.close);
    return { ...anonymous, actor, authority: { ...authority, close } };
  } catch (error) {
    close();
    throw error;
  }
}

/** A person who is not signed in has nothing that could end. */
const FOR_EVERYONE: Authority = {
  signal: new AbortController().signal,
  confirm: async () => {},
  close: () => {},
};

/** Node says when a connection is closed, however it came to that; elsewhere the request's signal says so. */
export function onClose(c: Context, close: () => void): void {
  if (c.env?.outgoing) c.env.outgoing.once("close", close);
  else c.req.raw.signal.addEventListener("abort", close, { once: true });
}

/** Takes one of `most` places. @returns what gives it back */
export function takePlace(key: string, most: number): () => void {
  const taken = counts.get(key) ?? 0;
  if (env.RATE_LIMITS && taken >= most) throw platformErrors.too_many_streams();
  counts.set(key, taken + 1);
  return () => {
    const left = (counts.get(key) ?? 1) - 1;
    if (left > 0) counts.set(key, left);
    else counts.delete(key);
  };
}
