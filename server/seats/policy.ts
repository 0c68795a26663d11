import { type InventoryState, inventoryMachine } from "./machine.ts";
import { SEAT_STATUSES, type SeatStatus } from "./values.ts";

const STATUS: Readonly<Record<InventoryState, SeatStatus>> = {
  available: "AVAILABLE",
  reserved: "HOLD",
  released: "HOLD",
  confirmed: "SOLD",
  sold: "SOLD",
  soldout: "SOLD",
};

interface SeatState {
  readonly state: InventoryState;
  readonly house: boolean;
}

/** How a seat reads to the outside (docs/spec/state-machines.md#machines). */
export const seatStatusOf = ({ state, house }: SeatState): SeatStatus =>
  house && state === inventoryMachine.initial ? "BLOCKED" : STATUS[state];

/** Packed states of which none is free: who is free reads held. */
export const withoutFree = (states: Buffer): Buffer =>
  // Two bits are a state: 00 is AVAILABLE and becomes 01, which is HOLD.
  Buffer.from(states.map((byte) => byte | (~(byte | (byte >> 1)) & 0x55)));

/** The same as the number that packed states have for it. */
export const stateNumberOf = (seat: SeatState): number => SEAT_STATUSES.indexOf(seatStatusOf(seat));
