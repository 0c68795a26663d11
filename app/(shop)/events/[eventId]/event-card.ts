import { createHash } from "node:crypto";
import { cardLinesOf } from "#components/buyer/catalog/social-card.ts";
import type { EventSessionView, EventView } from "#server/catalog/contract.ts";

/** Changed with the drawing itself, so that pictures which others keep are drawn again. */
const DRAWING = 1;

/** What the picture beside a link to an event says, and the address of exactly that picture. */
export function eventCardOf(event: EventView, sessions: readonly EventSessionView[], now: number) {
  const lines = cardLinesOf(event, sessions, now);
  const said = JSON.stringify([DRAWING, event.id, event.title, lines, event.poster?.files.at(-1)?.url]);
  const digest = createHash("sha256").update(said).digest("hex").slice(0, 16);
  return { lines, digest, url: `/events/${event.id}/card.jpg?v=${digest}` };
}
