import { createSingleFlight } from "../../platform/concurrency/single-flight.ts";
import { singleton } from "../../platform/concurrency/singleton.ts";
import type { AppContext } from "../../platform/operation/context.ts";
import type { DestinationName } from "../contract.ts";
import type { Destination } from "../gateway.ts";
import { type DeliveryRound, deliverDue } from "./deliver-due.ts";

/** Of each destination in each process. */
const WORKERS = 2;
/** Nearly until the next minute's run, which delivers the rest. */
const SECONDS_MAX = 55;

/** By destination. */
const rounds = singleton("delivery-rounds", () => createSingleFlight<DeliveryRound>());

/**
 * Delivers the due transmissions of a destination. A process has one round of each destination under way. A call during a round
 * returns at once; one more round follows for what was written meanwhile, and the first caller waits for it.
 */
export async function deliver(
  ctx: AppContext,
  destination: { readonly name: DestinationName; readonly gateway: Destination },
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
