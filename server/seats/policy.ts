import type { SeatStatus } from "./contract.ts";
import { type InventoryState, inventoryMachine } from "./machine.ts";

const STATUS: Readonly<Record<InventoryState, SeatStatus>> = {
  available: "AVAILABLE",
  reserved: "HOLD",
  released: "HOLD",
  confirmed: "SOLD",
  sold: "SOLD",
  soldout: "SOLD",
};

/** How a seat reads to the outside (docs/spec/state-machines.md#machines). */
export const seatStatusOf = ({
  state,
  house,
}: {
  readonly state: InventoryState;
  readonly house: boolean;
}): SeatStatus => (house && state === inventoryMachine.initial ? "BLOCKED" : STATUS[state]);
