import { setTimeout } from "node:timers/promises";
import { guestsChanged } from "../guests/queries.ts";
import type { AppContext, DoorActor } from "../platform/operation/context.ts";
import { DoorNews } from "./contract.ts";
import { requireDevice, stateOf } from "./queries.ts";
import { findScannedAfter, lastScanOf } from "./store.ts";
import { findTicketsAtDoor } from "./tickets.store.ts";

/** How often a watching device is looked at: it has a second to learn that its link was revoked. */
const TICK_MS = 1000;
/** Sales and rules change without a scan, so the state is told now and then. */
const STATE_MS = 5000;
/** Larger than any, so that no guest changed after it: a device reads the list itself. */
const ANY_REVISION = Number.MAX_SAFE_INTEGER;

/**
 * Tells a device what happens at the doors of its event session, until `ends` aborts. Its right is asked at each look, and
 * doors have few devices, so each looks for itself.
 * @throws `door_link_ended` (401) as soon as its link has ended
 */
export async function* watchDoor(
  ctx: AppContext<DoorActor>,
  ends: AbortSignal,
): AsyncGenerator<DoorNews, void> {
  const { eventSessionId } = ctx.actor;
  let last = await lastScanOf(ctx, eventSessionId);
  let { revision } = await guestsChanged(ctx, eventSessionId, ANY_REVISION);
  let [told, toldAt] = ["", Number.NEGATIVE_INFINITY];
  while (!ends.aborted) {
    await requireDevice(ctx, ctx.actor);
    const newest = await lastScanOf(ctx, eventSessionId);
    const changed = await guestsChanged(ctx, eventSessionId, revision);
    const isNew = newest !== last || changed.revision !== revision;
    if (isNew || performance.now() - toldAt > STATE_MS) {
      const scanned = newest === last ? [] : await findScannedAfter(ctx, eventSessionId, last);
      const news = DoorNews.parse({
        ...(await stateOf(ctx, eventSessionId)),
        tickets: await findTicketsAtDoor(ctx, scanned),
        changedGuests: changed.guests,
      });
      [last, revision, toldAt] = [newest, changed.revision, performance.now()];
      const text = JSON.stringify(news);
      if (text !== told) yield news;
      told = text;
    }
    await setTimeout(TICK_MS, undefined, { signal: ends }).catch(() => {});
  }
}
