import type { EventSessionId } from "#server/catalog/contract.ts";

/** How many tickets a person wants of an event session, for as long as the tab lives: nobody chooses twice. */
const keyOf = (id: EventSessionId) => `seonchak.quantity.${id}`;

export const keepWish = (id: EventSessionId, quantity: number): void =>
  sessionStorage.setItem(keyOf(id), String(quantity));

/** At least one. */
export const wishedQuantity = (id: EventSessionId): number =>
  Math.max(1, Math.trunc(Number(sessionStorage.getItem(keyOf(id)))) || 1);
