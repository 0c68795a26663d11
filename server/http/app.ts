import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { createContext } from "../platform/context.ts";
import { platformErrors } from "../platform/errors.ts";
import { routes } from "../rest.ts";
import { headerOf } from "./context.ts";
import { mountDocs } from "./docs.ts";
import { mountInngest } from "./inngest.ts";
import { problemResponse } from "./problem.ts";
import { mountRest } from "./rest.ts";
import { mountSandbox } from "./sandbox.ts";
import { mountTrpc } from "./trpc.ts";

/** No request of the contract is larger. */
const BODY_BYTES_MAX = 64 * 1024;

/** The whole API below `/api`: served straight from Node's http, and from Next's catch-all route on serverless hosts. */
export function createApp(): Hono {
  const app = new Hono();
  const problem = (error: unknown) => problemResponse(error, createContext());
  const tooLarge = () => problem(platformErrors.payload_too_large({ limitBytes: BODY_BYTES_MAX }));
  const countBytes = bodyLimit({ maxSize: BODY_BYTES_MAX, onError: tooLarge });
  // Before the limits: a run brings what its steps came to, and its requests are signed.
  mountInngest(app);
  app.use((c, next) => {
    if (c.req.method === "GET") return next();
    // Node holds a sender to the length it announces; any other body has to be counted as it comes.
    if (!headerOf(c, "content-length")) return countBytes(c, next);
    return Number(headerOf(c, "content-length") ?? 0) > BODY_BYTES_MAX ? Promise.resolve(tooLarge()) : next();
  });
  mountRest(app, routes);
  mountTrpc(app);
  mountSandbox(app);
  mountDocs(app, routes);
  app.notFound(() => problem(platformErrors.not_found({ what: "call" })));
  app.onError((error) => problem(error));
  return app;
}
