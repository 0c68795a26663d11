import { raiseAlerts } from "../../alerts/steps/raise-alerts.ts";
import { resolveAlerts } from "../../alerts/steps/resolve-alerts.ts";
import type { Tx } from "../../platform/operation/context.ts";
import { toStorableText } from "../../platform/values/text.ts";
import { insertAttempts } from "../attempts.store.ts";
import { closeCircuit, countFailures, openCircuit } from "../circuit.store.ts";
import type { DestinationName, TransmissionId } from "../contract.ts";
import type { Delivered, Destination } from "../gateway.ts";
import { CIRCUIT_FAILURES_MAX, evaluateTry, isDown, type NextState } from "../policy.ts";
import { type Claimed, moveDead, moveFailed, moveSent, moveUnwanted, unblockNext } from "../store.ts";

const ERROR_LENGTH_MAX = 500;
const RESPONSE_LENGTH_MAX = 2048;

/** A transmission that this worker has claimed. */
export interface Claim extends Claimed {
  /** Whether it goes out to see if a paused destination is back. */
  readonly isProbe: boolean;
}

/** One try and its result. */
export interface Try {
  readonly claim: Claim;
  readonly delivered: Delivered;
  readonly durationMs: number;
  /** Whether it was aborted because this process stops: that says nothing of message or destination. */
  readonly brokenOff: boolean;
}

/**
 * Saves the results of tries, in the caller's transaction: states, attempts, the circuit and alerts. Nothing is written of
 * a transmission that another worker has claimed meanwhile.
 */
export async function finishAttempts(
  tx: Tx,
  destination: DestinationName,
  tries: readonly Try[],
  onFinished?: Destination["onFinished"],
): Promise<void> {
  const evaluated = tries.map((tried) => {
    const { id, claim, retryCount } = tried.claim;
    const isOwn = !tried.claim.isProbe && !tried.brokenOff;
    const next = evaluateTry(tried.delivered, retryCount, isOwn);
    return { tried, row: { id, claim, error: errorOf(tried.delivered), ...next } };
  });
  const rows = evaluated.map(({ row }) => row);
  const sent = await moveSent(
    tx,
    rows.filter(({ to }) => to === "SENT"),
  );
  const failed = await moveFailed(tx, rows.filter(isFailed));
  const dead = await moveDead(
    tx,
    rows.filter(({ to }) => to === "DEAD"),
  );
  const unwanted = await moveUnwanted(
    tx,
    rows.filter(({ to }) => to === "RESOLVED"),
  );
  await unblockNext(tx, [...sent, ...unwanted]);
  const moved = new Set<TransmissionId>([...sent, ...failed, ...dead, ...unwanted]);
  const own = evaluated.filter(({ row }) => moved.has(row.id)).map(({ tried }) => tried);
  insertAttempts(tx, destination, own.map(attemptOf));
  const finished = evaluated.flatMap(({ tried, row: { id, to, error } }) =>
    moved.has(id) && (to === "SENT" || to === "DEAD") ? [{ body: tried.claim.payload, to, error }] : [],
  );
  if (finished.length > 0) await onFinished?.(tx, finished);
  if (dead.length > 0)
    await raiseAlerts(tx, [
      { kind: "transmission_dead", subject: destination, detail: { dead: dead.length, latest: dead.at(-1) } },
    ]);
  await evaluateDestination(
    tx,
    destination,
    own.filter(({ brokenOff }) => !brokenOff),
  );
}

const isFailed = <T extends { readonly to: NextState["to"] }>(row: T): row is T & { readonly to: "FAILED" } =>
  row.to === "FAILED";

const errorOf = ({ outcome, status, error }: Delivered): string | undefined =>
  outcome === "sent"
    ? undefined
    : toStorableText(error ?? (status ? `HTTP ${status}` : outcome), ERROR_LENGTH_MAX);

const attemptOf = ({ claim, delivered, durationMs }: Try) => ({
  transmissionId: claim.id,
  claim: claim.claim,
  byHand: claim.byHand,
  outcome: delivered.outcome,
  durationMs,
  status: delivered.status ?? null,
  error: errorOf(delivered) ?? null,
  response: delivered.response === undefined ? null : toStorableText(delivered.response, RESPONSE_LENGTH_MAX),
});

/** Pauses a destination that fails again and again, and resumes it with the first message that gets through. */
async function evaluateDestination(
  tx: Tx,
  destination: DestinationName,
  tries: readonly Try[],
): Promise<void> {
  if (tries.length === 0) return;
  const down = tries.filter(({ delivered }) => isDown(delivered));
  if (down.length < tries.length) {
    // Most destinations are well most of the time, and asking costs a statement a batch.
    const wasTroubled = tries.some(({ claim }) => claim.isProbe || claim.failuresBefore > 0);
    if (wasTroubled && (await closeCircuit(tx, destination)))
      await resolveAlerts(tx, "destination_paused", [destination]);
    return;
  }
  const failures = await countFailures(tx, destination, down.length);
  if (failures < CIRCUIT_FAILURES_MAX) return;
  const reason = down.map(({ delivered }) => errorOf(delivered)).at(-1) ?? "";
  if (await openCircuit(tx, destination, reason))
    await raiseAlerts(tx, [
      { kind: "destination_paused", subject: destination, detail: { failures, reason } },
    ]);
}
