import type { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { serve } from "inngest/hono";
import { jobs } from "../jobs.ts";
import { INNGEST_PATH, inngest } from "../platform/inngest.ts";

/** What the steps of a run may come to together, by Inngest's own limit for one of them. */
const BODY_BYTES_MAX = 4 * 1024 * 1024;

/** Where an Inngest server, or the embedded driver, runs the functions; without its signature nobody does. */
export function mountInngest(app: Hono): void {
  const handler = serve({
    ...{ client: inngest, functions: jobs, servePath: INNGEST_PATH },
    // Or anybody's PUT would make the app register itself once more.
    enableUnauthedSync: false,
  });
  app.use(INNGEST_PATH, bodyLimit({ maxSize: BODY_BYTES_MAX }));
  app.on(["GET", "PUT", "POST"], INNGEST_PATH, (c) => handler(c));
}
