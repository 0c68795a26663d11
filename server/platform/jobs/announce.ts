import { setTimeout as sleep } from "node:timers/promises";
import { createSingleFlight } from "../concurrency/single-flight.ts";
import { singleton } from "../concurrency/singleton.ts";
import { log } from "../logging/log.ts";
import type { Tx } from "../operation/context.ts";
import { canSendEvents, type SentEvent, sendEvent } from "./inngest.ts";

/** A rush commits thousands of times a second; the job that delivers does not need an event for each commit. */
const EVERY_MS = 200;

/** By event. A run lasts until the next equal event may be sent. */
const sends = singleton("announcements", () => createSingleFlight<void>());

/**
 * Sends an event after the commit, and only then. Equal events are sent together, a few times a second at most; the last
 * one always goes. The caller does not wait, and a failed send is only logged: an event hastens what a cron does anyway.
 */
export const announce = (tx: Tx, event: SentEvent): void =>
  tx.afterCommit(async () => {
    if (canSendEvents()) sendSoon(event);
  });

const sendSoon = (event: SentEvent) =>
  void sends.run(JSON.stringify(event), async () => {
    await sendEvent(event).catch((error: unknown) =>
      log.warn({ action: "announce", target: event.name, err: error }),
    );
    await sleep(EVERY_MS, undefined, { ref: false });
  });
