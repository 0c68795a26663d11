import { explainError } from "../../platform/logging/failure.ts";
import type { AppContext } from "../../platform/operation/context.ts";
import type { RunnerFault } from "../contract.ts";
import { type App, registerAt } from "../protocol.ts";
import { keepRunner } from "../store.ts";

/**
 * Tells the Inngest server which functions the app has, as is needed at each start and after each deploy: a server asks
 * an app that is well for nothing. Told the same again it changes nothing, so that any number of processes may tell it,
 * again and again; that gives the app back to it where its data was lost, or somebody else took the app's id.
 * @param server - its address
 * @returns what is wrong, which is logged and kept for whoever watches; undefined where it knows the app
 */
export async function registerApp(
  ctx: AppContext,
  app: App,
  server: string,
): Promise<RunnerFault | undefined> {
  const fault = await registerAt(app, server);
  if (fault) {
    const outcome = fault.fault === "away" ? "server out of reach" : "server does not know the app";
    ctx.log.warn({ action: "inngest.register", target: server, outcome, cause: fault.cause });
  }
  // Postgres is away, perhaps: what matters is that the server was told.
  await keepRunner(ctx, "inngest", fault).catch((error: unknown) =>
    ctx.log.warn({ action: "inngest.register", outcome: explainError(error) }),
  );
  return fault;
}
