import { globSync } from "node:fs";
import { dirname } from "node:path";
import { STAND_INS } from "../services/stand-ins.ts";
import { type Procedures, trpcCalls } from "./trpc.ts";

/**
 * Loads the product's modules with made-up settings, and closes what they opened.
 * @returns what its documentation is printed from
 */
export async function loadProduct() {
  Object.assign(process.env, STAND_INS);
  const { routes } = await import("#server/rest.ts");
  const { appRouter } = await import("#server/router.ts");
  const { openApiDocument } = await import("#server/http/openapi.ts");
  const { errorRegistry } = await import("#server/platform/operation/errors.ts");
  const { allMetrics } = await import("#server/http/metrics.ts");
  const metrics = allMetrics();
  const { closeAll } = await import("#server/platform/concurrency/singleton.ts");
  // A refusal is registered when its file loads, and not every file is reached from a route.
  const refusing = globSync("*/errors.ts", { cwd: "server" }).map(dirname);
  await Promise.all(refusing.map((domain) => import(`#server/${domain}/errors.ts`)));
  // tRPC types them as a tree, and keeps them flat.
  const calls = await trpcCalls(appRouter._def.procedures as unknown as Procedures);
  await closeAll();
  return { routes, trpcCalls: calls, openApi: openApiDocument(routes), errorRegistry, metrics };
}
