/**
 * States of many things in two bits each, for pages: 20,000 of them are 5,000 bytes, in text a third more. A state is a
 * number here; the code that packs and the code that unpacks agree on what each number means.
 */
const STATES_PER_BYTE = 4;
const BITS = 2;
const MASK = 3;

/**
 * @param states - numbers from 0 to 3
 * @returns base64url, without padding
 */
export function packStates(states: ArrayLike<number>): string {
  const bytes = new Uint8Array(Math.ceil(states.length / STATES_PER_BYTE));
  for (let index = 0; index < states.length; index += 1) {
    const byte = Math.floor(index / STATES_PER_BYTE);
    bytes[byte] = (bytes[byte] ?? 0) | (((states[index] ?? 0) & MASK) << shiftOf(index));
  }
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/**
 * @param packed - what `packStates` made
 * @param count - how many states there are; the last byte may have room for more
 */
export function unpackStates(packed: string, count: number): Uint8Array {
  const binary = atob(packed.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(
    { length: count },
    (_, index) => (binary.charCodeAt(Math.floor(index / STATES_PER_BYTE)) >> shiftOf(index)) & MASK,
  );
}

const shiftOf = (index: number): number => (index % STATES_PER_BYTE) * BITS;

/** A change: the index of the thing and its state now. */
export type StateChange = readonly [index: number, state: number];

/** What has changed from one moment to another, of as many things. */
export function changesBetween(before: ArrayLike<number>, after: ArrayLike<number>): StateChange[] {
  const changes: StateChange[] = [];
  for (let index = 0; index < after.length; index += 1) {
    const state = after[index] ?? 0;
    if (before[index] !== state) changes.push([index, state]);
  }
  return changes;
}

/** The states after the changes. A change of what is not there has no effect. */
export function withChanges(states: Uint8Array, changes: readonly StateChange[]): Uint8Array {
  const changed = states.slice();
  for (const [index, state] of changes) changed[index] = state & MASK;
  return changed;
}
