import type { TRPCError } from "@trpc/server";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import type { Context, Hono } from "hono";
import { asTrpcError } from "../platform/http/trpc.ts";
import { log } from "../platform/logging/log.ts";
import type { AppContext } from "../platform/operation/context.ts";
import { AppError, platformErrors } from "../platform/operation/errors.ts";
import { appRouter } from "../router.ts";
import { actorOf, anonymousContext } from "./context.ts";
import { isRead } from "./header.ts";
import { limitCaller } from "./limits.ts";
import { requireTrustedWrite } from "./own-page.ts";
import { problemResponse } from "./problem.ts";
import { openStream } from "./streams.ts";

const ENDPOINT = "/api/trpc";
/** More calls in one request are no page of ours. */
const BATCH_SIZE_MAX = 10;

/** Serves the UI's calls: the same operations as REST. */
export function mountTrpc(app: Hono): void {
  app.all(`${ENDPOINT}/:path`, async (c) => {
    const anonymous = anonymousContext(c);
    try {
      const calls = requireCalls(c);
      requireTrustedWrite(c, { allowsOrigins: false });
      if (typeOf(c.req.param("path")) === "subscription")
        return await answer(c, await streamContext(c, anonymous));
      const ctx = { ...anonymous, actor: await actorOf(c, anonymous, false) };
      if (!isRead(c)) await limitCaller(ctx, calls);
      return await answer(c, () => ctx);
    } catch (error) {
      return problemResponse(error, anonymous);
    }
  });
}

/**
 * How many procedures a request calls. tRPC itself would take one that is unknown, or called with another method than
 * its own, for a fault of ours.
 * @throws `invalid_argument` (400), `not_found` (404), `method_not_allowed` (405)
 */
function requireCalls(c: Context): number {
  const path = c.req.param("path") ?? "";
  const names = c.req.query("batch") === "1" ? path.split(",") : [path];
  if (names.length > BATCH_SIZE_MAX)
    throw platformErrors.invalid_argument({ path: "path", problem: `at most ${BATCH_SIZE_MAX} calls` });
  for (const name of names) {
    const type = typeOf(name);
    if (!type) throw platformErrors.not_found({ what: "call" });
    const isAllowed = type === "mutation" ? c.req.method === "POST" : isRead(c);
    if (!isAllowed)
      throw platformErrors.method_not_allowed({ allowed: type === "mutation" ? "POST" : "GET" });
  }
  return names.length;
}

/** What a request calls, for those who count requests: a known procedure, or `batch`. */
export function procedureOf(c: Context): string | undefined {
  if (!c.req.path.startsWith(`${ENDPOINT}/`)) return undefined;
  const name = c.req.path.slice(ENDPOINT.length + 1);
  if (typeOf(name)) return name;
  return name.includes(",") ? "batch" : ":path";
}

type CallType = "query" | "mutation" | "subscription";

const typeOf = (name: string): CallType | undefined => {
  // Flat by full name, though its type is the router's own shape.
  const procedures = appRouter._def.procedures as unknown as Record<string, { _def: { type: CallType } }>;
  return Object.hasOwn(procedures, name) ? procedures[name]?._def.type : undefined;
};

/**
 * A browser cannot read an answer that is no stream: who may not have one is told so over the stream itself. Too many
 * are refused before.
 */
async function streamContext(c: Context, anonymous: AppContext): Promise<() => AppContext> {
  try {
    const ctx = await openStream(c, anonymous);
    return () => ctx;
  } catch (error) {
    if (error instanceof AppError && error.status === 429) throw error;
    return () => asTrpcError(error);
  }
}

/** When the first refused call of a batch is worth asking again. */
function retryAfterOf(errors: readonly TRPCError[]): Record<string, string> {
  const refusals = errors.flatMap(({ cause }) => (cause instanceof AppError ? [cause] : []));
  const seconds = refusals.find(({ retryAfterSeconds }) => retryAfterSeconds !== undefined);
  return seconds ? { "retry-after": String(seconds.retryAfterSeconds) } : {};
}

async function answer(c: Context, context: () => AppContext): Promise<Response> {
  const response = await fetchRequestHandler({
    endpoint: ENDPOINT,
    req: c.req.raw,
    router: appRouter,
    createContext: context,
    responseMeta: ({ errors }) => ({ headers: retryAfterOf(errors) }),
    onError: ({ error, path, ctx }) => {
      if (error.code === "INTERNAL_SERVER_ERROR")
        log.error({ err: error.cause ?? error, traceId: ctx?.traceId, action: path, outcome: "error" });
    },
  });
  // What it refuses before it knows the call is JSON without the type of it.
  if (response.status >= 400) response.headers.set("content-type", "application/json");
  return response;
}
