import type { DoorClock } from "./decide.ts";

/** What time it is by the server's clock, and how long ago this page did something. */
export class ServerClock {
  #serverAtZeroMs = Date.now() - performance.now();
  /** How far the server's clock was ahead of the device's when it was heard last. */
  #serverAheadMs = 0;
  /** When this page did something, by a clock that no one sets. */
  readonly #madeAt = new Map<string, number>();

  hear(serverNow: number): void {
    this.#serverAtZeroMs = serverNow - performance.now();
    this.#serverAheadMs = serverNow - Date.now();
  }

  /** In milliseconds. */
  now(): number {
    return this.#serverAtZeroMs + performance.now();
  }

  /** A device that slept has the right time by the clock that people set, and else by the one that no one sets. */
  read(): DoorClock {
    const now = this.now();
    return { now, clocks: [now, Date.now() + this.#serverAheadMs] };
  }

  mark(key: string): void {
    this.#madeAt.set(key, performance.now());
  }

  /**
   * How many milliseconds ago something was.
   * @param atMs - when it was, for what an earlier page did
   */
  ageOf(key: string, atMs: number): number {
    const madeAt = this.#madeAt.get(key);
    const ageMs = madeAt === undefined ? this.now() - atMs : performance.now() - madeAt;
    return Math.max(0, Math.round(ageMs));
  }
}
