import { singleton } from "../concurrency/singleton.ts";
import { log } from "../logging/log.ts";
import type { Tx } from "../operation/context.ts";
import { canSendEvents, type SentEvent, sendEvent } from "./inngest.ts";

/** A rush commits thousands of times a second; whoever delivers need not be told more often than this. */
const EVERY_MS = 200;

/** By event: whether one is on its way, and whether another must follow it. */
const underWay = singleton("announcements", () => new Map<string, { again: boolean }>());

/**
 * Sends an event after the commit, and only then. Equal events are sent together, a few times a second at most; the last
 * one always goes. The caller does not wait, and a failed send is only logged: an event hastens what a cron does anyway.
 */
export const announce = (tx: Tx, event: SentEvent): void =>
  tx.afterCommit(async () => {
    if (canSendEvents()) sendSoon(event);
  });

function sendSoon(event: SentEvent): void {
  const key = JSON.stringify(event);
  const known = underWay.get(key);
  if (known) {
    known.again = true;
    return;
  }
  underWay.set(key, { again: false });
  sendEvent(event)
    .catch((error: unknown) => log.warn({ action: "announce", target: event.name, err: error }))
    .finally(() => setTimeout(() => settle(key, event), EVERY_MS).unref());
}

function settle(key: string, event: SentEvent): void {
  const again = underWay.get(key)?.again;
  underWay.delete(key);
  if (again) sendSoon(event);
}
