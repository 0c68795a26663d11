import { useSyncExternalStore } from "react";
import type { EventSessionId } from "#server/catalog/contract.ts";

/** The number of tickets that a person wants of an event session, kept as long as the tab, so that it is chosen once. */
const keyOf = (id: EventSessionId) => `seonchak.quantity.${id}`;

export const keepWish = (id: EventSessionId, quantity: number): void =>
  sessionStorage.setItem(keyOf(id), String(quantity));

/** At least one; one where the page is drawn without a browser. */
export const useWishedQuantity = (id: EventSessionId): number =>
  useSyncExternalStore(neverChanges, () => wishedQuantity(id), one);

const wishedQuantity = (id: EventSessionId): number =>
  Math.max(1, Math.trunc(Number(sessionStorage.getItem(keyOf(id)))) || 1);
const neverChanges = () => () => {};
const one = () => 1;
