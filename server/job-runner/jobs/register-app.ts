import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { explainError } from "../../platform/logging/failure.ts";
import type { AppContext } from "../../platform/operation/context.ts";
import type { RunnerFault } from "../contract.ts";
import { type App, send } from "../gateways/inngest.ts";
import { recordRunner } from "../store.ts";

const REGISTERED_AGAIN_MS = 60_000;
const RETRY_MS_MAX = 30_000;

/**
 * Keeps the app registered at an Inngest server: registers it at once and then each minute. After a failure it tries sooner,
 * with pauses that double up to half a minute.
 * @returns a function that stops it
 */
export function keepRegistered(ctx: AppContext, app: App, server: string): () => Promise<void> {
  const stopping = new AbortController();
  const { signal } = stopping;
  const loop = async () => {
    let failures = 0;
    while (!signal.aborted) {
      failures = (await registerApp(ctx, app, server)) ? failures + 1 : 0;
      const pause = failures > 0 ? Math.min(1000 * 2 ** (failures - 1), RETRY_MS_MAX) : REGISTERED_AGAIN_MS;
      await sleep(pause, undefined, { signal, ref: false }).catch(() => {});
    }
  };
  const looping = loop();
  return () => {
    stopping.abort();
    return looping;
  };
}

/**
 * Tells the Inngest server which functions the app has. This is needed at each start and after each deploy, because a
 * server does not ask an app that answers. A second registration of the same functions changes nothing, so any number of
 * processes may register, and registering again helps a server that lost its data or has another app under this id.
 * @param server - its address
 * @returns the fault, which is logged and recorded for the watchdog; undefined where the server knows the app
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
  // Postgres may be away. The registration at the server matters more than this record.
  await recordRunner(ctx, "inngest", fault).catch((error: unknown) =>
    ctx.log.warn({ action: "inngest.register", outcome: explainError(error) }),
  );
  return fault;
}

/** A server that does not answer within this time counts as away. */
const SERVER_TIMEOUT_MS = 10_000;

/**
 * Makes the app post its functions to its configured server, once that answers.
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
