import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";
import { getCookie } from "hono/cookie";
import { authenticate } from "../auth/queries.ts";
import { cookieNames } from "../auth/tokens.ts";
import { type Actor, type AppContext, createContext, newTraceId } from "../platform/context.ts";
import { env } from "../platform/env.ts";
import { AppError, platformErrors } from "../platform/errors.ts";

/** A request's header. Node's own object is asked where there is one: a `Headers` is not made for every request. */
export const headerOf = (c: Context, name: string): string | undefined => {
  const value: string | string[] | undefined = c.env?.incoming?.headers[name];
  return c.env?.incoming ? String(value ?? "") || undefined : c.req.header(name);
};

const ANONYMOUS: Actor = { kind: "anonymous" };

/** The context of a request before anyone is believed to be anybody. */
export const anonymousContext = (c: Context): AppContext =>
  createContext({
    actor: ANONYMOUS,
    traceId: traceIdOf(headerOf(c, "traceparent")),
    idempotencyKey: headerOf(c, "idempotency-key") ?? headerOf(c, "x-idempotency-key"),
    ip: addressOf(c),
    userAgent: headerOf(c, "user-agent")?.slice(0, 300),
  });

/**
 * Who sends the request: the bearer of an access token, or the browser whose cookie holds one.
 * @param required - whether a token that is no good is refused; where nobody need be known it makes one anonymous
 * @throws what {@link authenticate} throws; `cross_site` (403) for a write by cookie from another site's page
 */
export async function actorOf(c: Context, ctx: AppContext, required: boolean): Promise<Actor> {
  const bearer = headerOf(c, "authorization")?.match(/^Bearer (.+)$/i)?.[1];
  if (!bearer && headerOf(c, "cookie")) requireOwnPage(c);
  const token = bearer ?? (headerOf(c, "cookie") && getCookie(c, cookieNames().access));
  if (!token) return ANONYMOUS;
  try {
    return await authenticate(ctx, token);
  } catch (error) {
    if (!required && error instanceof AppError && error.status === 401) return ANONYMOUS;
    throw error;
  }
}

/**
 * A browser sends its cookies along with whatever any page makes it send. Only our own pages may change something
 * with them: they are known by `Origin`, which a page cannot forge (SPEC 3).
 * @throws `cross_site` (403)
 */
export function requireOwnPage(c: Context): void {
  if (c.req.method === "GET" || c.req.method === "HEAD") return;
  const origin = headerOf(c, "origin");
  const own = origin !== undefined && (origin === env.APP_URL || hostOf(origin) === headerOf(c, "host"));
  if (!own) throw platformErrors.cross_site();
}

const hostOf = (origin: string): string | undefined =>
  URL.canParse(origin) ? new URL(origin).host : undefined;

/** The trace a client or proxy began (W3C trace context), else a new one. */
const traceIdOf = (traceparent = ""): string =>
  /^[\da-f]{2}-((?!0{32})[\da-f]{32})-[\da-f]{16}-[\da-f]{2}$/.exec(traceparent)?.[1] ?? newTraceId();

/** The client's address: what the last trusted proxy saw, or the connection's own where none is trusted. */
function addressOf(c: Context): string | undefined {
  const hops = env.TRUSTED_PROXY_HOPS;
  if (hops > 0) return headerOf(c, "x-forwarded-for")?.split(",").at(-hops)?.trim();
  // Only Node's own server knows the connection; a serverless host hands over a bare request.
  return c.env?.incoming ? getConnInfo(c).remote.address : undefined;
}
