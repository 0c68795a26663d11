import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { explainError } from "../../platform/logging/failure.ts";
import type { AppContext } from "../../platform/operation/context.ts";
import type { RunnerFault } from "../contract.ts";
import { type App, send } from "../protocol.ts";
import { recordRunner } from "../store.ts";

/**
 * Tells the Inngest server which functions the app has, as is needed at each start and after each deploy: a server asks
 * an app that is well for nothing. Told the same again it changes nothing, so that any number of processes may tell it,
 * again and again; that gives the app back to it where its data was lost, or another app took the app's id.
 * @param server - its address
 * @returns what is wrong, which is logged and recorded for the watchdog; undefined where it knows the app
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
  await recordRunner(ctx, "inngest", fault).catch((error: unknown) =>
    ctx.log.warn({ action: "inngest.register", outcome: explainError(error) }),
  );
  return fault;
}

/** A server that does not answer within this time counts as away. */
const SERVER_TIMEOUT_MS = 10_000;

/**
 * Has the app post its functions to the server it is configured for, once that answers at all.
 * @returns what is wrong with it, undefined where it took them
 */
async function registerAt(app: App, server: string): Promise<RunnerFault | undefined> {
  try {
    const health = await fetch(new URL("/health", server), {
      signal: AbortSignal.timeout(SERVER_TIMEOUT_MS),
    });
    await health.body?.cancel();
    if (health.status >= 500) return { fault: "away", cause: `HTTP ${health.status}` };
  } catch (error) {
    return { fault: "away", cause: explainError(error) };
  }
  try {
    const response = await Promise.race([send(app, "PUT", "", { url: app.url }), tooLate()]);
    if (response.ok) return undefined;
    const { message } = Registration.parse(await response.json());
    return { fault: "unknown", cause: `HTTP ${response.status}: ${message}` };
  } catch (error) {
    return { fault: "unknown", cause: explainError(error) };
  }
}

/** The SDK's report of a registration, or of a request that it refused. */
const Registration = z.object({ message: z.string().default("no reason given") });

const tooLate = async (): Promise<never> => {
  await sleep(SERVER_TIMEOUT_MS, undefined, { ref: false });
  throw new Error(`no answer within ${SERVER_TIMEOUT_MS / 1000} s`);
};
