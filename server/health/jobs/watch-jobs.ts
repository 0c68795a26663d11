import type { AlertKind, AlertToRaise } from "../../alerts/contract.ts";
import { raiseAlerts } from "../../alerts/steps/raise-alerts.ts";
import { resolveAlerts } from "../../alerts/steps/resolve-alerts.ts";
import { runnerName } from "../../job-runner/queries.ts";
import { expectRunner } from "../../job-runner/steps/expect-runner.ts";
import { bringBack } from "../../platform/database/clock-steps.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { cronJobs, jobNames } from "../../platform/jobs/job.ts";
import type { AppContext, Tx } from "../../platform/operation/context.ts";
import { DestinationName } from "../../transmissions/contract.ts";
import { oldestUnsentSeconds } from "../../transmissions/queries.ts";
import { LATE_SECONDS } from "../policy.ts";
import { evaluateJobs } from "../queries.ts";
import { expectJobs } from "../store.ts";

/**
 * Looks whether the jobs run and the outbox empties, and raises or ends the alerts about it. It is called by a plain
 * timer of each app process: what watches must not be what fails. What a clock that was set back left far ahead is
 * brought back first, since nothing else would come to it.
 */
export async function watchJobs(ctx: AppContext): Promise<void> {
  // On its own: where it cannot be done, the alerts are wanted all the more.
  await inTransaction(ctx, bringBack).then(
    (broughtBack) => {
      if (Object.keys(broughtBack).length > 0)
        ctx.log.warn({ action: "clock", outcome: "set back", broughtBack });
    },
    (error: unknown) => ctx.log.warn({ action: "clock", err: error }),
  );
  await inTransaction(ctx, async (tx) => {
    await expectJobs(tx, [...cronJobs.keys()]);
    await expectRunner(tx);
    await logJobs(tx);
    const destinations = DestinationName.options;
    const ages = await Promise.all(destinations.map((destination) => oldestUnsentSeconds(tx, destination)));
    const late = destinations.filter((_, index) => (ages[index] ?? 0) > LATE_SECONDS);
    await tell(tx, "transmissions_late", destinations, late);
  });
}

/** One alert a cause: nobody runs the jobs, a job fails, or a job is not begun though nothing else is wrong. */
async function logJobs(tx: Tx): Promise<void> {
  const { runner, failing, missed } = await evaluateJobs(tx);
  const runners = ["inngest", "embedded"];
  const ofRunner = (kind: AlertKind, isSo: boolean) =>
    tell(tx, kind, runners, isSo ? [runnerName()] : [], { cause: runner?.cause ?? "" });
  const isAway = runner?.fault === "away";
  await ofRunner("job_server_away", isAway && runnerName() === "inngest");
  await ofRunner("job_driver_stalled", isAway && runnerName() === "embedded");
  await ofRunner("job_app_unknown", runner?.fault === "unknown");
  await settle(
    tx,
    "job_failing",
    [...jobNames],
    failing.map(({ name, failures, cause }) => ({ subject: name, detail: { failures, cause } })),
  );
  await tell(tx, "job_missed", [...cronJobs.keys()], missed);
}

/** As {@link settle} where all alerts say the same. */
const tell = (tx: Tx, kind: AlertKind, all: readonly string[], bad: readonly string[], detail = {}) =>
  settle(
    tx,
    kind,
    all,
    bad.map((subject) => ({ subject, detail })),
  );

/** Raises the alert for those of `all` that are bad and ends it for the others. */
async function settle(
  tx: Tx,
  kind: AlertKind,
  all: readonly string[],
  bad: readonly Omit<AlertToRaise, "kind">[],
): Promise<void> {
  if (bad.length > 0)
    await raiseAlerts(
      tx,
      bad.map((alert) => ({ kind, ...alert })),
    );
  await resolveAlerts(
    tx,
    kind,
    all.filter((subject) => !bad.some((alert) => alert.subject === subject)),
  );
}
