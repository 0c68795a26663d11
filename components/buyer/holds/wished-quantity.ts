import type { EventSessionId } from "#server/catalog/contract.ts";

/** The number of tickets that a person wants of an event session, kept as long as the tab, so that it is chosen once. */
const keyOf = (id: EventSessionId) => `seonchak.quantity.${id}`;

export const keepWish = (id: EventSessionId, quantity: number): void =>
  sessionStorage.setItem(keyOf(id), String(quantity));

/** At least one. */
export const wishedQuantity = (id: EventSessionId): number =>
  Math.max(1, Math.trunc(Number(sessionStorage.getItem(keyOf(id)))) || 1);
