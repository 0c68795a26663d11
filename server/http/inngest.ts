import type { Hono } from "hono";
import { serve } from "inngest/hono";
import { jobs } from "../jobs.ts";
import { INNGEST_PATH, inngest, serveOrigin } from "../platform/jobs/inngest.ts";
import { limitBody } from "./body-limit.ts";
import { anonymousContext } from "./context.ts";
import { headerOf } from "./header.ts";
import { countUnsigned, limitUnsigned } from "./limits.ts";
import { problemResponse } from "./problem.ts";

/** What the steps of a run may come to together, by Inngest's own limit for one of them. */
const BODY_BYTES_MAX = 4 * 1024 * 1024;
/** A request without a signature runs nothing, and asks for little. */
const UNSIGNED_BODY_BYTES_MAX = 64 * 1024;

/**
 * Where an Inngest server, or the embedded job runner, runs the functions; without its signature no one does. A signature can
 * only be checked against the whole body, so a client that sent many wrong ones is refused before its body is read.
 */
export function mountInngest(app: Hono): void {
  const handler = serve({
    ...{ client: inngest, functions: jobs, servePath: INNGEST_PATH, serveOrigin: serveOrigin() },
    // Or anybody's PUT would make the app register itself once more.
    enableUnauthedSync: false,
  });
  const [limit, unsignedLimit] = [limitBody(BODY_BYTES_MAX), limitBody(UNSIGNED_BODY_BYTES_MAX)];
  app.use(INNGEST_PATH, async (c, next) => {
    const caller = anonymousContext(c);
    try {
      await limitUnsigned(caller);
    } catch (error) {
      return problemResponse(error, caller);
    }
    const refusal = await (headerOf(c, "x-inngest-signature") ? limit : unsignedLimit)(c, next);
    if (c.res.status === 401) await countUnsigned(caller);
    return refusal;
  });
  app.on(["GET", "PUT", "POST"], INNGEST_PATH, (c) => handler(c));
}
