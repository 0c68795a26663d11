import { singleton } from "../../platform/concurrency/singleton.ts";
import type { AppContext } from "../../platform/operation/context.ts";
import type { DestinationName } from "../contract.ts";
import type { Destination } from "../gateway.ts";
import { type DeliveryRound, deliverDue } from "./deliver-due.ts";

/** Of each destination in each process. */
const WORKERS = 2;
/** Nearly until the next minute's run, which goes on where there is more. */
const SECONDS_MAX = 55;

/** By destination: whether somebody asked while a round was under way. */
const underWay = singleton("delivery-rounds", () => new Map<DestinationName, { again: boolean }>());

/**
 * Delivers what is due at a destination. A process has one round of each under way: who asks meanwhile is answered at
 * once, and the round looks again before it ends, so that what made them ask is not left lying.
 */
export async function deliver(
  ctx: AppContext,
  destination: { readonly name: DestinationName; readonly way: Destination },
): Promise<DeliveryRound | "under way"> {
  const known = underWay.get(destination.name);
  if (known) {
    known.again = true;
    return "under way";
  }
  const own = { again: false };
  underWay.set(destination.name, own);
  try {
    let round: DeliveryRound;
    do {
      own.again = false;
      round = await deliverDue(ctx, destination, {
        workers: WORKERS,
        secondsMax: SECONDS_MAX,
        signal: stopping().signal,
      });
    } while (own.again && !round.more && !stopping().signal.aborted);
    return round;
  } finally {
    underWay.delete(destination.name);
  }
}

/** Aborts when the process stops, so that nobody waits for a receiver that hangs. */
const stopping = () =>
  singleton(
    "deliveries",
    () => new AbortController(),
    async (controller) => controller.abort(),
  );
