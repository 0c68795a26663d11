import { isEmbedded } from "../platform/jobs/inngest.ts";
import type { AppContext } from "../platform/operation/context.ts";
import type { RunnerFault, RunnerName } from "./contract.ts";
import { findRunner } from "./store.ts";

/** A server that does not take the app for two minutes is past a restart; a job runner looks once a second. */
const WELL_WITHIN_SECONDS = { inngest: 120, embedded: 45 } as const;

export const runnerName = (): RunnerName => (isEmbedded() ? "embedded" : "inngest");

/** What keeps the runner in charge from running the functions; undefined where nothing does. */
export async function runnerFault(ctx: AppContext): Promise<RunnerFault | undefined> {
  const name = runnerName();
  const known = await findRunner(ctx, name);
  if (!known || known.wellSecondsAgo < WELL_WITHIN_SECONDS[name]) return undefined;
  return { fault: known.fault ?? "away", cause: known.cause ?? "" };
}
