import { auditLog } from "#db/schema/platform.ts";
import { completeUpTo } from "../../platform/database/complete-up-to.ts";
import type { AppContext } from "../../platform/operation/context.ts";
import { SEALS_PER_RUN_MAX } from "../policy.ts";
import { insertSeal } from "../store.ts";

/**
 * Seals the rows of the audit log up to which it is complete, oldest first. The newest seal's hash goes into the process's log, which
 * is kept outside of the database: who rewrites the database with all its seals still leaves that behind.
 * @returns how many seals were made
 */
export async function sealLog(ctx: AppContext): Promise<number> {
  const until = await completeUpTo(ctx, auditLog);
  if (until === undefined) return 0;
  for (let made = 0; made < SEALS_PER_RUN_MAX; made++) {
    const seal = await insertSeal(ctx, until);
    if (!seal) return made;
    const { number, lastSeq, hash } = seal;
    ctx.log.info({ traceId: ctx.traceId, action: "audit.seal", outcome: "ok", seal: number, lastSeq, hash });
  }
  return SEALS_PER_RUN_MAX;
}
