import type { AppContext } from "../platform/operation/context.ts";
import { BETTER_AFTER_SECONDS } from "./policy.ts";

/** There for as long as some process cannot reach Postgres, and a few looks longer. */
const AWAY = "health:{postgres}:away";
/** Whether the staff's webhook was told: `claimed` while a process tells it, then `told` until it is told of the end. */
const TOLD = "health:{postgres}:told";

/** A process that dies while it tells gives way to another after this time. */
const CLAIM_SECONDS = 60;
/** An absence whose end no process has seen is forgotten then. */
const TOLD_SECONDS = 7 * 86_400;

/** Notes that Postgres is away. @returns whether the caller is the one to tell of it */
export async function claimAbsence({ redis }: AppContext): Promise<boolean> {
  await redis.set(AWAY, "1", "EX", BETTER_AFTER_SECONDS);
  return (await redis.set(TOLD, "claimed", "EX", CLAIM_SECONDS, "NX")) === "OK";
}

/** Remembers that the webhook was told of the absence, and not yet of its end. */
export const saveTold = ({ redis }: AppContext) => redis.set(TOLD, "told", "EX", TOLD_SECONDS);

/** Leaves the telling to the next look, after it has failed. */
export const releaseClaim = ({ redis }: AppContext) => redis.del(TOLD);

/** Whether the webhook was told of the absence that just ended. */
export const wasTold = async ({ redis }: AppContext): Promise<boolean> => (await redis.get(TOLD)) === "told";

/** Takes the duty to tell the webhook that Postgres is back, once for all, when every process reaches it again. */
export async function takeEnd({ redis }: AppContext): Promise<boolean> {
  if ((await redis.exists(AWAY)) > 0) return false;
  return (await redis.getdel(TOLD)) === "told";
}
