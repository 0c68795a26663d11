import { TOLD_ON_WEBHOOK } from "../../alerts/contract.ts";
import { raiseAlerts } from "../../alerts/steps/raise-alerts.ts";
import { resolveAlerts } from "../../alerts/steps/resolve-alerts.ts";
import type { Tx } from "../../platform/operation/context.ts";
import { type Look, lockRecorded, type RecordedCheck, saveLooks } from "../changes.store.ts";
import { type HealthState, healthMachine } from "../machine.ts";
import { settledState, sideOf, WORSE_AFTER_SECONDS, worst } from "../policy.ts";
import { CHECKS, type CheckName, OVERALL } from "../values.ts";

/** What one look saw of a check. */
export interface Seen {
  readonly status: HealthState;
  readonly cause: string | null;
}

/** That this process could not reach Postgres until now. */
export interface Away {
  /** How many seconds ago it began. */
  readonly seconds: number;
  readonly cause: string;
  /** Whether the staff's webhook was told while it was away. */
  readonly isTold: boolean;
}

/**
 * Records how the checks are, in the caller's transaction, once what is seen has lasted. The shop is as its worst check is
 * recorded. An alert fires while it is not healthy, so everything that is told of alerts tells of this too.
 * @param away - nothing could be recorded while Postgres was away, so it is recorded afterwards, from its beginning on
 * @returns the change of the shop's health; undefined where there is none
 */
export async function recordHealth(
  tx: Tx,
  checks: Readonly<Record<CheckName, Seen>>,
  away?: Away,
): Promise<Look | undefined> {
  const rows = await lockRecorded(tx, [OVERALL, ...CHECKS]);
  const recordOf = (name: RecordedCheck["name"]) => rows.find((row) => row.name === name);
  const looks = CHECKS.flatMap((name): Look[] => {
    const recorded = recordOf(name);
    if (!recorded) return [];
    return [(name === "postgres" && lookBack(recorded, away)) || lookAt(recorded, checks[name])];
  });
  const overall = recordOf(OVERALL);
  const state = worst(looks.map((look) => look.state));
  const failing = looks.filter((look) => look.state === state && state !== "HEALTHY");
  const cause = failing.map(({ name }) => name).join(", ") || null;
  const before = overall?.state ?? "HEALTHY";
  const ago = Math.max(0, ...failing.filter((look) => look.state !== look.before).map((look) => look.ago));
  const whole = { name: OVERALL, state, before, seen: state, cause, ago, isNewlySeen: false } as const;
  await saveLooks(tx, [...looks, whole]);
  if (state === before) return undefined;
  const others = healthMachine.states.filter((other) => other !== state);
  await resolveAlerts(tx, "health_worse", others);
  const isTold = state === "CRITICAL" && away?.isTold;
  const detail = {
    ...{ status: state, checks: failing.map(({ name }) => name) },
    ...(isTold && { [TOLD_ON_WEBHOOK]: true }),
  };
  if (state !== "HEALTHY") await raiseAlerts(tx, [{ kind: "health_worse", subject: state, detail }]);
  return whole;
}

/** What is seen now, settled. The cause is the one of the state that is recorded. */
function lookAt({ name, state: before, seen: lastSeen, seenSeconds }: RecordedCheck, now: Seen): Look {
  const isNewlySeen = sideOf(now.status, before) !== sideOf(lastSeen, before);
  const state = settledState(before, now.status, isNewlySeen ? 0 : seenSeconds);
  return { name, state, before, seen: now.status, cause: now.cause, ago: 0, isNewlySeen };
}

/** That Postgres was away, unless it is recorded already, was too short, or began before what is recorded. */
function lookBack(recorded: RecordedCheck, away: Away | undefined): Look | undefined {
  const { name, state: before, sinceSeconds } = recorded;
  if (!away || before === "CRITICAL") return undefined;
  if (away.seconds < WORSE_AFTER_SECONDS || away.seconds > sinceSeconds) return undefined;
  return {
    name,
    state: "CRITICAL",
    before,
    seen: "HEALTHY",
    cause: away.cause,
    ago: away.seconds,
    isNewlySeen: true,
  };
}
