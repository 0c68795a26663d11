import { singleton } from "../../platform/concurrency/singleton.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import type { AppContext } from "../../platform/operation/context.ts";
import { wasTold } from "../absence.store.ts";
import { WORSE_AFTER_SECONDS } from "../policy.ts";
import { measure } from "../queries.ts";
import { recordHealth } from "../steps/record-health.ts";
import { tellAway, tellBack } from "./tell-absence.ts";

/**
 * Since when this process has not reached Postgres, in milliseconds of its monotonic clock, and whether it told the webhook
 * of it by itself.
 */
const absence = singleton("postgres-absence", (): { sinceMs?: number; cause: string; told: boolean } => ({
  ...{ cause: "", told: false },
}));

/**
 * Looks how every part is and records it. A plain timer of each app process calls it, because a job cannot tell that jobs do
 * not run. While Postgres is away it logs, tells the staff's webhook on the second look, and records the absence when
 * Postgres is back.
 */
export async function watchHealth(ctx: AppContext): Promise<void> {
  const { checks } = await measure(ctx);
  if (checks.postgres.status === "CRITICAL") {
    absence.sinceMs ??= performance.now();
    absence.cause = checks.postgres.cause ?? "";
    ctx.log.error({ action: "health", outcome: "CRITICAL", target: "postgres", cause: absence.cause });
    if (secondsSince(absence.sinceMs) >= WORSE_AFTER_SECONDS) await tellAway(ctx, absence);
    return;
  }
  const { sinceMs, cause } = absence;
  const away =
    sinceMs === undefined ? undefined : { seconds: secondsSince(sinceMs), cause, isTold: await isTold(ctx) };
  const change = await inTransaction(ctx, (tx) => recordHealth(tx, checks, away));
  delete absence.sinceMs;
  if (change)
    ctx.log.warn({ action: "health", outcome: change.state, before: change.before, failing: change.cause });
  if (checks.redis.status !== "UNHEALTHY") await tellBack(ctx, absence);
}

const secondsSince = (ms: number) => (performance.now() - ms) / 1000;

/** Whether the webhook knows of the absence already, so that its alert is not told there again. */
const isTold = (ctx: AppContext) => (absence.told ? true : wasTold(ctx).catch(() => false));
