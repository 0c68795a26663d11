import { singleton } from "../../platform/concurrency/singleton.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import type { AppContext } from "../../platform/operation/context.ts";
import { measure } from "../queries.ts";
import { recordHealth } from "../steps/record-health.ts";

/** Since when this process has not reached Postgres, in milliseconds of its monotonic clock. */
const absence = singleton("postgres-absence", (): { sinceMs?: number; cause: string } => ({ cause: "" }));

/**
 * Looks how every part is and records it. A plain timer of each app process calls it, because a job cannot tell that jobs do
 * not run. While Postgres is away it only logs, and records the absence when Postgres is back.
 */
export async function watchHealth(ctx: AppContext): Promise<void> {
  const { checks } = await measure(ctx);
  if (checks.postgres.status === "CRITICAL") {
    absence.sinceMs ??= performance.now();
    absence.cause = checks.postgres.cause ?? "";
    ctx.log.error({ action: "health", outcome: "CRITICAL", target: "postgres", cause: absence.cause });
    return;
  }
  const { sinceMs, cause } = absence;
  const away = sinceMs === undefined ? undefined : { seconds: (performance.now() - sinceMs) / 1000, cause };
  const change = await inTransaction(ctx, (tx) => recordHealth(tx, checks, away));
  delete absence.sinceMs;
  if (change)
    ctx.log.warn({ action: "health", outcome: change.state, before: change.before, failing: change.cause });
}
