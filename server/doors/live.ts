import { setTimeout } from "node:timers/promises";
import type { AppContext, DoorActor } from "../platform/operation/context.ts";
import { DoorNews } from "./contract.ts";
import { requireDevice, stateOf } from "./queries.ts";
import { findScannedAfter, lastScanOf } from "./store.ts";
import { findTicketsAtDoor } from "./tickets.store.ts";

/** How often a watching device is looked at: it has a second to learn that its link was revoked. */
const TICK_MS = 1000;
/** Sales and rules change without a scan, so the state is told now and then. */
const STATE_MS = 5000;

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
  let [told, toldAt] = ["", Number.NEGATIVE_INFINITY];
  while (!ends.aborted) {
    await requireDevice(ctx, ctx.actor);
    const newest = await lastScanOf(ctx, eventSessionId);
    if (newest !== last || performance.now() - toldAt > STATE_MS) {
      const scanned = newest === last ? [] : await findScannedAfter(ctx, eventSessionId, last);
      const tickets = await findTicketsAtDoor(ctx, scanned);
      const news = DoorNews.parse({ ...(await stateOf(ctx, eventSessionId)), tickets });
      [last, toldAt] = [newest, performance.now()];
      const text = JSON.stringify(news);
      if (text !== told) yield news;
      told = text;
    }
    await setTimeout(TICK_MS, undefined, { signal: ends }).catch(() => {});
  }
}
