import { platformErrors } from "../platform/operation/errors.ts";
import type { Release } from "./contract.ts";
import type { ReleasePolicy } from "./values.ts";

/** What an event session's row says of its release policy. */
interface ReleaseRow {
  readonly releasePolicy: ReleasePolicy;
  readonly releaseTimes: readonly string[];
  readonly offerMinutes: number;
}

/** A release policy as clients see it; of the announced times those that lie ahead. */
export const viewRelease = (
  { releasePolicy: policy, releaseTimes, offerMinutes }: ReleaseRow,
  now: Date,
) => ({
  ...{ policy, offerMinutes },
  times: releaseTimes.map((at) => new Date(at)).filter((at) => at > now),
});

/**
 * The columns of a release policy. Announced times belong to SCHEDULED alone, which needs one that lies ahead.
 * @throws `invalid_argument` (400)
 */
export function releaseColumns({ policy, times, offerMinutes }: Release, now: Date): ReleaseRow {
  const isScheduled = policy === "SCHEDULED";
  if (isScheduled && !times.some((at) => at > now))
    throw platformErrors.invalid_argument({ path: "release.times", problem: "needs a time that lies ahead" });
  if (!isScheduled && times.length > 0)
    throw platformErrors.invalid_argument({ path: "release.times", problem: "belongs to SCHEDULED alone" });
  const releaseTimes = [...new Set(times.map((at) => at.toISOString()))].sort();
  return { releasePolicy: policy, releaseTimes, offerMinutes };
}
