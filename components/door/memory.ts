import type { Door, DoorTicket } from "#server/doors/contract.ts";
import { passes } from "#server/doors/scan.policy.ts";
import type { Direction } from "#server/doors/values.ts";
import type { SentScan } from "./calls.ts";
import { afterScan, type Decision, decideAlone } from "./decide.ts";
import { kept, type QueuedScan } from "./kept.ts";
import { importKeys, readCode } from "./read-code.ts";
import { ServerClock } from "./server-clock.ts";

interface MadeScan {
  readonly key: string;
  readonly code: string;
  readonly direction: Direction;
  /** Whether the person at the door lets in a ticket whose code does not move. */
  readonly isConfirmed: boolean;
}

const ANY_CODE = { entryCodes: "ANY" } as const;
const NO_GUESTS: Pick<Door, "guests" | "guestConflicts"> = {
  guests: { listed: 0, came: 0, inside: 0 },
  guestConflicts: [],
};

/** What a device knows of its door without a network: keys, tickets, the time, and scans that are not sent yet. */
export class DoorMemory {
  #door: Door | undefined;
  #keys: CryptoKey[] = [];
  #tickets = new Map<string, DoorTicket>();
  #queue: QueuedScan[] = [];
  readonly clock = new ServerClock();

  get queued(): number {
    return this.#queue.length;
  }

  get known(): number {
    return this.#tickets.size;
  }

  async load(): Promise<void> {
    this.#queue = await kept.queue().catch(() => []);
  }

  async open(door: Door, serverNow: number): Promise<void> {
    this.clock.hear(serverNow);
    this.#door = door;
    this.#keys = await importKeys(door.keys);
  }

  renew(door: Door): Door {
    const isSame = JSON.stringify(door.rules) === JSON.stringify(this.#door?.rules);
    this.#door = door;
    // The device goes by other rules also where it is loaded again without the network.
    if (!isSame) void this.#keep();
    return door;
  }

  /** The door that the device had last, with what was scanned there since. */
  async restore(): Promise<Door | undefined> {
    const last = await kept.door().catch(() => undefined);
    if (!last) return undefined;
    const { tickets, readAtMs } = last;
    // One that was kept before there were moving codes has neither their key nor a rule about them, nor guests.
    const door: Door = { ...NO_GUESTS, ...last.door, rules: { ...ANY_CODE, ...last.door.rules } };
    await this.open(door, Date.parse(door.now) + (Date.now() - readAtMs));
    this.#take(tickets);
    return door;
  }

  async forget(): Promise<void> {
    this.#door = undefined;
    this.#tickets.clear();
    await kept.forgetDoor().catch(() => {});
  }

  async learn(tickets: readonly DoorTicket[]): Promise<void> {
    this.#take(tickets);
    await this.#keep();
  }

  hear(tickets: readonly DoorTicket[]): void {
    for (const ticket of tickets) this.#tickets.set(ticket.id, ticket);
  }

  async decide({ key: _, ...scan }: MadeScan): Promise<Decision | undefined> {
    const door = this.#door;
    const read = await readCode(scan.code, this.#keys, door);
    return door && decideAlone({ door, tickets: this.#tickets }, { ...scan, read }, this.clock.read());
  }

  /** Records what the device decided by itself. @returns the ticket as it is then */
  async record(
    { key, code, direction }: MadeScan,
    { outcome, ticket }: Decision,
  ): Promise<DoorTicket | null> {
    if (!ticket || !this.#door) return ticket;
    this.clock.mark(key);
    const { deviceId } = this.#door;
    const queued = {
      key,
      deviceId,
      code,
      ticketId: ticket.id,
      direction,
      decided: outcome,
      atMs: this.clock.now(),
    };
    this.#tickets.set(ticket.id, ticket);
    this.#apply(queued);
    this.#queue.push(queued);
    await kept.enqueue(queued).catch(() => {});
    return this.#tickets.get(ticket.id) ?? ticket;
  }

  /** The next scans of this door that the server does not know of, the oldest first. */
  toSend(most: number): SentScan[] {
    const own = this.#queue.filter(({ deviceId }) => deviceId === this.#door?.deviceId);
    return own.slice(0, most).map(({ key, code, direction, decided, atMs }) => ({
      ...{ key, code, direction, decided },
      ageMs: this.clock.ageOf(key, atMs),
    }));
  }

  async sent(scans: readonly SentScan[]): Promise<void> {
    const keys = new Set(scans.map(({ key }) => key));
    this.#queue = this.#queue.filter(({ key }) => !keys.has(key));
    for (const key of keys) await kept.dequeue(key).catch(() => {});
    await this.#keep();
  }

  #take(tickets: readonly DoorTicket[]): void {
    this.#tickets = new Map(tickets.map((ticket) => [ticket.id, ticket]));
    for (const scan of this.#queue) this.#apply(scan);
  }

  #apply({ ticketId, direction, decided, atMs }: QueuedScan): void {
    const ticket = this.#tickets.get(ticketId);
    if (!ticket || !passes(decided) || !this.#door) return;
    const at = new Date(atMs).toISOString();
    this.#tickets.set(ticketId, afterScan(ticket, { direction, at, entrance: this.#door.entrance }));
  }

  async #keep(): Promise<void> {
    if (!this.#door) return;
    const door = { ...this.#door, now: new Date(this.clock.now()).toISOString() };
    await kept.saveDoor({ door, tickets: [...this.#tickets.values()], readAtMs: Date.now() }).catch(() => {});
  }
}
