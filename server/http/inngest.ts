import type { Hono } from "hono";
import { serve } from "inngest/hono";
import { jobs } from "../jobs.ts";
import { INNGEST_PATH, inngest } from "../platform/inngest.ts";

/** Where an Inngest server, or the embedded driver, runs the functions; without its signature nobody does. */
export function mountInngest(app: Hono): void {
  const handler = serve({
    ...{ client: inngest, functions: jobs, servePath: INNGEST_PATH },
    // Or anybody's PUT would make the app register itself once more.
    enableUnauthedSync: false,
  });
  app.on(["GET", "PUT", "POST"], INNGEST_PATH, (c) => handler(c));
}
