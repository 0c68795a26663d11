import type { EventSessionId } from "#server/catalog/contract.ts";

/** The queue token on its way from the line's page to the tickets page of the same tab. */
const keyOf = (id: EventSessionId) => `seonchak.place.${id}`;

export const keepPlace = (id: EventSessionId, queueToken: string): void =>
  sessionStorage.setItem(keyOf(id), queueToken);
export const keptPlace = (id: EventSessionId): string | null => sessionStorage.getItem(keyOf(id));
export const dropPlace = (id: EventSessionId): void => sessionStorage.removeItem(keyOf(id));
