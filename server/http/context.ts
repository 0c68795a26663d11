import type { Context } from "hono";
import { getCookie } from "hono/cookie";
import { authenticate } from "../auth/queries.ts";
import { cookieNames } from "../auth/tokens.ts";
import { authenticateDevice } from "../doors/queries.ts";
import { doorCookie } from "../doors/tokens.ts";
import { type Actor, type AppContext, createContext, newTraceId } from "../platform/operation/context.ts";
import { AppError } from "../platform/operation/errors.ts";
import type { SpanPlace } from "../platform/tracing/span.ts";
import { addressOf } from "./address.ts";
import { headerOf } from "./header.ts";
import { originOf, sourceOf } from "./own-page.ts";

const ANONYMOUS: Actor = { kind: "anonymous" };

/** The context of a request before anyone is believed to be anybody. */
export const anonymousContext = (c: Context): AppContext =>
  createContext({
    actor: ANONYMOUS,
    ...traceOf(headerOf(c, "traceparent")),
    idempotencyKey: headerOf(c, "idempotency-key") ?? headerOf(c, "x-idempotency-key"),
    ip: addressOf(c),
    origin: originOf(c),
    userAgent: headerOf(c, "user-agent")?.slice(0, 300),
  });

/**
 * Finds who sends the request, by a bearer's access token or a browser's cookie. Pages of another origin can use only a
 * bearer's token.
 * @param required - whether an invalid token is refused; otherwise its caller is anonymous
 * @throws what {@link authenticate} throws
 */
export async function actorOf(c: Context, ctx: AppContext, required: boolean): Promise<Actor> {
  const bearer = headerOf(c, "authorization")?.match(/^Bearer (.+)$/i)?.[1];
  const token = bearer ?? (headerOf(c, "cookie") && takesCookies(c) && getCookie(c, cookieNames().access));
  if (!token) return ANONYMOUS;
  try {
    return await authenticate(ctx, token);
  } catch (error) {
    if (!required && error instanceof AppError && error.status === 401) return ANONYMOUS;
    throw error;
  }
}

/**
 * Finds which device at a door sends the request. Calls of the door ask for it and no others, so its cookie opens nothing
 * else.
 * @throws `door_link_ended` (401)
 */
export async function doorActorOf(c: Context, ctx: AppContext): Promise<Actor> {
  const token = takesCookies(c) ? getCookie(c, doorCookie().name) : undefined;
  return token ? authenticateDevice(ctx, token) : ANONYMOUS;
}

/** Whether cookies of the request count, and its answer may set some. */
export function takesCookies(c: Context): boolean {
  const source = sourceOf(c);
  return source === "own" || source === "client";
}

/** The trace a client or proxy began (W3C trace context), else a new one. */
function traceOf(traceparent = ""): SpanPlace {
  const [, traceId, parentSpanId] =
    /^[\da-f]{2}-((?!0{32})[\da-f]{32})-((?!0{16})[\da-f]{16})-[\da-f]{2}$/.exec(traceparent) ?? [];
  return traceId ? { traceId, parentSpanId } : { traceId: newTraceId() };
}
