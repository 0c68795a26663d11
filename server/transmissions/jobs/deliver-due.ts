import { createBatcher } from "../../platform/concurrency/batch.ts";
import { createSingleFlight } from "../../platform/concurrency/single-flight.ts";
import { singleton } from "../../platform/concurrency/singleton.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { explainError } from "../../platform/logging/failure.ts";
import type { AppContext, Tx } from "../../platform/operation/context.ts";
import { beginSpan, purchaseSpanId } from "../../platform/tracing/span.ts";
import { insertAttempts } from "../attempts.store.ts";
import { takeProbe } from "../circuit.store.ts";
import type { DestinationName } from "../contract.ts";
import type { Delivered, Destination } from "../gateway.ts";
import { durations } from "../metrics.ts";
import { BATCH_SIZE_MAX } from "../policy.ts";
import { type Claim, finishAttempts, type Try } from "../steps/finish-attempts.ts";
import { type Claimed, claimDue } from "../store.ts";

/** Of each destination in each process. */
const WORKERS = 2;
/** Nearly until the next minute's run, which delivers the rest. */
const SECONDS_MAX = 55;

interface NamedDestination {
  readonly name: DestinationName;
  readonly gateway: Destination;
}

/** By destination. */
const rounds = singleton("delivery-rounds", () => createSingleFlight<DeliveryRound>());

/**
 * Delivers the due transmissions of a destination. A process has one round of each destination under way. A call during a
 * round returns at once; one more round follows for what was written meanwhile, and the first caller waits for it.
 */
export async function deliver(
  ctx: AppContext,
  destination: NamedDestination,
): Promise<DeliveryRound | "under way"> {
  const { name } = destination;
  const { signal } = stopping();
  const deliverRound = () =>
    deliverDue(ctx, destination, { workers: WORKERS, secondsMax: SECONDS_MAX, signal });
  if (rounds.pending(name)) {
    // The first caller learns of a failure of this round.
    rounds.run(name, deliverRound).catch(() => {});
    return "under way";
  }
  let round = await rounds.run(name, deliverRound);
  for (let next = rounds.pending(name); next && !round.more; next = rounds.pending(name)) round = await next;
  return round;
}

/** Aborts when the process stops, so that it does not wait for a receiver that hangs. */
const stopping = () =>
  singleton(
    "deliveries",
    () => new AbortController(),
    async (controller) => controller.abort(),
  );

/** The result of a round of deliveries. */
interface DeliveryRound {
  readonly tried: number;
  readonly sent: number;
  /** Whether it ended for its time, with more due. */
  readonly more: boolean;
}

/**
 * One round: each worker delivers ten at a time, until none is due or the time is over. It may run any number of times
 * side by side, and be killed anywhere: what a worker had claimed goes out again, under the same id, when its lease
 * ends. No call is made inside a transaction: a transaction saves what was tried and claims what comes next, for all
 * workers who come at the same time.
 * @param destination.gateway - delivers one transmission
 * @param options.secondsMax - no further batch begins after that
 * @param options.signal - aborts when the process stops: what is under way ends as a failure to try again
 */
export async function deliverDue(
  ctx: AppContext,
  destination: NamedDestination,
  options: { readonly workers: number; readonly secondsMax: number; readonly signal: AbortSignal },
): Promise<DeliveryRound> {
  const endsAt = performance.now() + options.secondsMax * 1000;
  const isOver = () => options.signal.aborted || performance.now() >= endsAt;
  const finishAndClaim = createBatcher<readonly Try[], readonly Claim[]>({
    sizeMax: options.workers,
    work: (_key, done) =>
      inTransaction(ctx, async (tx) => {
        await finishAttempts(tx, destination.name, done.flat(), destination.gateway.onFinished);
        const claims = isOver() ? [] : await claimNext(tx, destination.name, done.length);
        return done.map((_, worker) => claims.slice(worker * BATCH_SIZE_MAX, (worker + 1) * BATCH_SIZE_MAX));
      }),
  });
  const round = { tried: 0, sent: 0 };
  const worker = async () => {
    let batch = await finishAndClaim("", []);
    while (batch.length > 0) {
      const tries = await Promise.all(batch.map((claim) => attempt(ctx, destination, claim, options.signal)));
      round.tried += tries.length;
      round.sent += tries.filter(({ delivered }) => delivered.outcome === "sent").length;
      batch = await finishAndClaim("", tries);
    }
  };
  await Promise.all(Array.from({ length: options.workers }, worker));
  return { ...round, more: isOver() && !options.signal.aborted };
}

/** The next of a destination that is not paused, one message as a probe of one that is, or nothing. */
async function claimNext(tx: Tx, destination: DestinationName, workers: number): Promise<Claim[]> {
  const claims = await claimSome(tx, destination, workers);
  if (claims.length > 0 || !(await takeProbe(tx, destination))) return claims;
  return claimSome(tx, destination, "probe");
}

async function claimSome(tx: Tx, destination: DestinationName, as: number | "probe"): Promise<Claim[]> {
  let claimed: Claimed[] | undefined;
  do claimed = await claimDue(tx, destination, as);
  while (claimed?.length === 0);
  const claims = claimed ?? [];
  recordLost(tx, destination, claims);
  return claims.map((claim) => ({ ...claim, isProbe: as === "probe" }));
}

/** Saves a lost attempt for each claim whose worker never finished, since the result of its try is not known. */
const recordLost = (tx: Tx, destination: DestinationName, claims: readonly Claimed[]): void =>
  insertAttempts(
    tx,
    destination,
    claims
      .filter(({ wasLost }) => wasLost)
      .map(({ id, claim, byHand }) => ({
        ...{ transmissionId: id, claim: claim - 1, byHand, outcome: "lost" as const, durationMs: 0 },
        ...{ status: null, error: null, response: null },
      })),
  );

/** Tries one, outside any transaction. */
async function attempt(
  ctx: AppContext,
  { name: destination, gateway }: NamedDestination,
  claim: Claim,
  signal: AbortSignal,
): Promise<Try> {
  const startedAt = performance.now();
  const { id, type, aggregateId, payload: body, traceId } = claim;
  const place = { traceId, parentSpanId: purchaseSpanId(traceId) };
  const span = beginSpan(`transmissions.deliver ${destination}`, "client", place);
  const delivered = await gateway
    .deliver({ id, type, aggregateId, body, traceId, spanId: span?.id }, signal)
    .catch((error: unknown): Delivered => {
      ctx.log.error({ traceId, action: "transmissions.deliver", err: error });
      return { outcome: "unknown", error: explainError(error) };
    });
  const durationMs = Math.round(performance.now() - startedAt);
  durations.observe({ destination }, durationMs / 1000);
  const { outcome } = delivered;
  span?.end(outcome === "sent" ? "ok" : outcome);
  ctx.log.info({
    traceId,
    action: "transmissions.deliver",
    target: id,
    type,
    outcome,
    latencyMs: durationMs,
  });
  return { claim, delivered, durationMs, brokenOff: signal.aborted && outcome !== "sent" };
}
