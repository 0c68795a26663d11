import type { EventSessionId } from "#server/catalog/contract.ts";

/** Where the drawing of an event session's seats is; what is there never changes. */
export const drawingAddress = (id: EventSessionId, version: string): string =>
  `/api/sessions/${id}/seats/drawing?version=${encodeURIComponent(version)}`;
