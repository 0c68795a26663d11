import type { ArrivalResult, Door } from "#server/doors/contract.ts";
import type { Direction } from "#server/doors/values.ts";
import type { DoorGuest } from "#server/guests/contract.ts";
import { type ArrivalOutcome, countArrivals, decideArrival, letsThrough } from "#server/guests/values.ts";
import type { SentArrival } from "./calls.ts";
import { kept, type QueuedArrival } from "./kept.ts";
import type { ServerClock } from "./server-clock.ts";

/** People who come or go under one name of the list. */
export interface MadeArrival {
  readonly key: string;
  readonly guest: DoorGuest;
  readonly people: number;
  readonly direction: Direction;
}

/** What a device knows of the guest list without a network: names, who came, and arrivals that are not sent yet. */
export class GuestMemory {
  readonly #clock: ServerClock;
  #guests = new Map<string, DoorGuest>();
  #queue: QueuedArrival[] = [];

  constructor(clock: ServerClock) {
    this.#clock = clock;
  }

  get all(): readonly DoorGuest[] {
    return [...this.#guests.values()];
  }

  get queued(): number {
    return this.#queue.length;
  }

  async load(): Promise<void> {
    this.#queue = await kept.arrivals().catch(() => []);
  }

  /** The list that the device had last, with who came since. */
  async restore(): Promise<void> {
    this.#take((await kept.guests().catch(() => undefined)) ?? []);
  }

  async learn(guests: readonly DoorGuest[]): Promise<void> {
    this.#take(guests);
    await this.#keep();
  }

  async hear(guests: readonly DoorGuest[]): Promise<void> {
    if (guests.length === 0) return;
    for (const guest of guests) this.#guests.set(guest.id, guest);
    for (const arrival of this.#queue)
      if (guests.some(({ id }) => id === arrival.guestId)) this.#apply(arrival);
    await this.#keep();
  }

  forget(): void {
    this.#guests.clear();
  }

  /** Decides by itself, and records it. @returns what it decided, and the guest as it is then */
  async decide(
    { key, guest, people, direction }: MadeArrival,
    { deviceId, rules, opensAt, endsAt }: Pick<Door, "deviceId" | "rules" | "opensAt" | "endsAt">,
  ): Promise<{ readonly outcome: ArrivalOutcome; readonly guest: DoorGuest }> {
    const known = this.#guests.get(guest.id) ?? guest;
    const now = this.#clock.now();
    const hours = { opensAt: new Date(opensAt), endsAt: new Date(endsAt), isCancelled: false };
    const arrival = { direction, people };
    const outcome = decideArrival(known, arrival, rules.reentry, hours, new Date(now));
    this.#clock.mark(key);
    const queued = { ...arrival, key, deviceId, guestId: guest.id, decided: outcome, atMs: now };
    this.#apply(queued);
    this.#queue.push(queued);
    await kept.enqueueArrival(queued).catch(() => {});
    return { outcome, guest: this.#guests.get(guest.id) ?? known };
  }

  /** The next arrivals of this door that the server does not know of, the oldest first. */
  toSend(deviceId: string, most: number): SentArrival[] {
    const own = this.#queue.filter((queued) => queued.deviceId === deviceId);
    return own.slice(0, most).map(({ key, guestId, people, direction, decided, atMs }) => ({
      ...{ key, guestId, people, direction, decided },
      ageMs: this.#clock.ageOf(key, atMs),
    }));
  }

  async sent(results: readonly ArrivalResult[]): Promise<void> {
    const keys = new Set(results.map(({ key }) => key));
    this.#queue = this.#queue.filter(({ key }) => !keys.has(key));
    for (const key of keys) await kept.dequeueArrival(key).catch(() => {});
    await this.hear(results.flatMap(({ guest }) => guest ?? []));
  }

  #take(guests: readonly DoorGuest[]): void {
    this.#guests = new Map(guests.map((guest) => [guest.id, guest]));
    for (const arrival of this.#queue) this.#apply(arrival);
  }

  #apply({ guestId, decided, ...arrival }: QueuedArrival): void {
    const guest = this.#guests.get(guestId);
    if (guest && letsThrough(decided))
      this.#guests.set(guestId, { ...guest, ...countArrivals([arrival], guest) });
  }

  async #keep(): Promise<void> {
    await kept.saveGuests(this.all).catch(() => {});
  }
}
