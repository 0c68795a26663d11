import type { AlertKind, AlertToRaise } from "../../alerts/contract.ts";
import { raiseAlerts } from "../../alerts/steps/raise-alerts.ts";
import { resolveAlerts } from "../../alerts/steps/resolve-alerts.ts";
import { runnerName } from "../../job-runner/queries.ts";
import { expectRunner } from "../../job-runner/store.ts";
import { bringBack } from "../../platform/database/clock-steps.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { cronJobs, jobNames } from "../../platform/jobs/job.ts";
import type { AppContext, Tx } from "../../platform/operation/context.ts";
import { DestinationName } from "../../transmissions/contract.ts";
import { oldestUnsentSeconds } from "../../transmissions/queries.ts";
import { LATE_ALERT_SECONDS } from "../policy.ts";
import { evaluateJobs } from "../queries.ts";
import { expectJobs } from "../store.ts";

/**
 * Checks whether the jobs run and the outbox empties, and raises or ends the alerts about it. A plain timer of each app
 * process calls it, because a job cannot report that jobs do not run. It first corrects times that a clock which was set
 * back left far in the future, because nothing else corrects them.
 */
export async function watchJobs(ctx: AppContext): Promise<void> {
  // It has its own transaction, so that its failure does not stop the alerts.
  await inTransaction(ctx, bringBack).then(
    (broughtBack) => {
      if (Object.keys(broughtBack).length > 0)
        ctx.log.warn({ action: "clock", outcome: "set back", broughtBack });
    },
    (error: unknown) => ctx.log.warn({ action: "clock", err: error }),
  );
  await inTransaction(ctx, async (tx) => {
    await expectJobs(tx, [...cronJobs.keys()]);
    await expectRunner(tx, runnerName());
    await logJobs(tx);
    const destinations = DestinationName.options;
    const ages = await Promise.all(destinations.map((destination) => oldestUnsentSeconds(tx, destination)));
    const late = destinations.filter((_, index) => (ages[index] ?? 0) > LATE_ALERT_SECONDS);
    await tell(tx, "transmissions_late", destinations, late);
  });
}

/** Each cause has one alert: no runner runs the jobs, a job fails, or a job does not start for no other cause. */
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

/** Does what {@link settle} does where all alerts have the same detail. */
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
