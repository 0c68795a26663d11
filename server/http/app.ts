import { Hono } from "hono";
import { downloads } from "../downloads.ts";
import { createContext } from "../platform/operation/context.ts";
import { platformErrors } from "../platform/operation/errors.ts";
import { routes } from "../rest.ts";
import { limitBodies } from "./body-limit.ts";
import { mountDocs } from "./docs.ts";
import { mountDoorStream } from "./door-stream.ts";
import { mountExports } from "./exports.ts";
import { mountGuestFiles } from "./guest-files.ts";
import { mountInngest } from "./inngest.ts";
import { measureRequests, mountMetrics } from "./metrics.ts";
import { mountPosters } from "./posters.ts";
import { problemResponse } from "./problem.ts";
import { mountRest } from "./rest.ts";
import { mountSandbox } from "./sandbox.ts";
import { mountSeatDrawings } from "./seat-drawings.ts";
import { mountSeatMaps } from "./seat-maps.ts";
import { mountTrackingFiles } from "./tracking-files.ts";
import { mountTrpc } from "./trpc.ts";
import { mountWalletPasses } from "./wallet-passes.ts";

/** No request of the contract is larger, but those whose routes say so. */
export const BODY_BYTES_MAX = 64 * 1024;

/** The whole API below `/api`: served straight from Node's http, and from Next's catch-all route on serverless hosts. */
export function createApp(): Hono {
  const app = new Hono();
  const problem = (error: unknown) => problemResponse(error, createContext());
  app.use(measureRequests);
  // Before the limit of the others: a run brings what its steps came to, and a picture or a seat map is larger.
  mountInngest(app);
  mountPosters(app);
  mountSeatMaps(app);
  mountTrackingFiles(app);
  mountGuestFiles(app);
  app.use(limitBodies(routes, BODY_BYTES_MAX));
  mountRest(app, routes);
  mountTrpc(app);
  mountSeatDrawings(app);
  mountWalletPasses(app);
  mountDoorStream(app);
  mountSandbox(app);
  mountExports(app, downloads);
  mountMetrics(app);
  mountDocs(app, routes);
  app.notFound(() => problem(platformErrors.not_found({ what: "call" })));
  app.onError((error) => problem(error));
  return app;
}
