import { raiseAlerts } from "../../alerts/commands/raise-alerts.ts";
import { resolveAlerts } from "../../alerts/commands/resolve-alerts.ts";
import type { AlertKind } from "../../alerts/contract.ts";
import type { AppContext, Tx } from "../../platform/context.ts";
import { cronJobs } from "../../platform/job.ts";
import { inTransaction } from "../../platform/transaction.ts";
import { DestinationName } from "../../transmissions/contract.ts";
import { oldestUnsentSeconds } from "../../transmissions/queries.ts";
import { LATE_SECONDS } from "../policy.ts";
import { expectJobs, findMissedJobs } from "../store.ts";

/**
 * Looks whether the jobs run and the outbox empties, and raises or ends the alerts about it (SPEC 9). It is called by a
 * plain timer of each app process: what watches must not be what fails.
 */
export const watchJobs = (ctx: AppContext): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const jobs = [...cronJobs.keys()];
    await expectJobs(tx, jobs);
    await tell(tx, "job_missed", jobs, await findMissedJobs(tx, cronJobs));
    const destinations = DestinationName.options;
    const ages = await Promise.all(destinations.map((destination) => oldestUnsentSeconds(tx, destination)));
    const late = destinations.filter((_, index) => (ages[index] ?? 0) > LATE_SECONDS);
    await tell(tx, "transmissions_late", destinations, late);
  });

/** Raises the alert for those of `all` that are bad and ends it for the others. */
async function tell(tx: Tx, kind: AlertKind, all: readonly string[], bad: readonly string[]): Promise<void> {
  if (bad.length > 0)
    await raiseAlerts(
      tx,
      bad.map((subject) => ({ kind, subject, detail: {} })),
    );
  await resolveAlerts(
    tx,
    kind,
    all.filter((subject) => !bad.includes(subject)),
  );
}
