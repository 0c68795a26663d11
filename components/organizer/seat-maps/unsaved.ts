import type { SeatMapId } from "#server/seat-maps/contract.ts";
import type { Draft } from "./editing/draft.ts";
import type { About } from "./rename-seat-map.tsx";

/** Edits of a map that its page was left with, and what the server had said about the map before them. */
interface Unsaved {
  readonly draft: Draft;
  readonly about: About;
}

/** They stay in the tab in which they were made, and go with it. */
const keyOf = (seatMapId: SeatMapId) => `seat-map ${seatMapId}`;

export function keepEdits(seatMapId: SeatMapId, edits: Unsaved): void {
  try {
    sessionStorage.setItem(keyOf(seatMapId), JSON.stringify(edits));
  } catch {
    // A browser keeps only so much. The person was asked before the page was left.
  }
}

export function keptEdits(seatMapId: SeatMapId): Unsaved | undefined {
  const kept = sessionStorage.getItem(keyOf(seatMapId));
  return kept === null ? undefined : JSON.parse(kept);
}

/** Lets go of the unsaved edits of a map, before it is opened as someone else has saved it. */
export const forgetEdits = (seatMapId: SeatMapId): void => sessionStorage.removeItem(keyOf(seatMapId));
