import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import type { Context, Hono } from "hono";
import { platformErrors } from "../platform/errors.ts";
import { appRouter } from "../router.ts";
import { actorOf, anonymousContext } from "./context.ts";
import { limitCaller } from "./limits.ts";
import { problemResponse } from "./problem.ts";

const ENDPOINT = "/api/trpc";
/** More calls in one request are no page of ours. */
const BATCH_SIZE_MAX = 10;

/** Serves the UI's calls: the same operations as REST. */
export function mountTrpc(app: Hono): void {
  app.all(`${ENDPOINT}/:path`, async (c) => {
    const nobody = anonymousContext(c);
    try {
      if (c.req.param("path").split(",").length > BATCH_SIZE_MAX)
        throw platformErrors.invalid_argument({ path: "path", problem: `at most ${BATCH_SIZE_MAX} calls` });
      const ctx = { ...nobody, actor: await actorOf(c, nobody, false) };
      if (c.req.method !== "GET") await limitCaller(ctx);
      return await answer(c, ctx);
    } catch (error) {
      return problemResponse(error, nobody);
    }
  });
}

async function answer(c: Context, ctx: ReturnType<typeof anonymousContext>): Promise<Response> {
  return fetchRequestHandler({
    endpoint: ENDPOINT,
    req: c.req.raw,
    router: appRouter,
    createContext: () => ctx,
    onError: ({ error, path }) => {
      if (error.code === "INTERNAL_SERVER_ERROR")
        ctx.log.error({ err: error.cause ?? error, traceId: ctx.traceId, action: path, outcome: "error" });
    },
  });
}
