import { defineMachine, type StateOf } from "../platform/database/machine.ts";

/** One unit of stock: a seat's row. Counted stock is kept as numbers instead. */
export const inventoryMachine = defineMachine("inventory", {
  initial: "available",
  states: {
    available: { tone: "success", to: ["reserved", "soldout"] },
    reserved: { tone: "info", to: ["available", "confirmed", "released"] },
    released: { tone: "neutral", to: ["available"] },
    confirmed: { tone: "success", to: ["sold", "available"] },
    sold: { tone: "neutral", to: ["available"] },
    soldout: { tone: "danger", to: ["available"] },
  },
});
export type InventoryState = StateOf<typeof inventoryMachine>;

/** The moves that a purchase makes, of counted stock and of seats: the states that each goes through. */
export const INVENTORY_MOVES = {
  hold: ["available", "reserved"],
  release: ["reserved", "available"],
  sell: ["reserved", "confirmed", "sold"],
  giveBack: ["sold", "available"],
} as const satisfies Record<string, readonly InventoryState[]>;
export type InventoryMove = keyof typeof INVENTORY_MOVES;
