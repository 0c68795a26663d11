import type { ArrivalResult, Door, DoorNews, ScanResult } from "#server/doors/contract.ts";
import type { ArrivalOutcome } from "#server/guests/values.ts";
import { randomId } from "../http/random-id.ts";
import {
  DoorRefusal,
  openDoor,
  readDoor,
  readGuests,
  readTickets,
  sendArrivals,
  sendScans,
} from "./calls.ts";
import type { Decision } from "./decide.ts";
import { type Answer, corrected, type DoorState, INITIAL, type ShownCode } from "./door-state.ts";
import { GuestMemory, type MadeArrival } from "./guest-memory.ts";
import { DoorMemory } from "./memory.ts";

interface MadeScan extends ShownCode {
  readonly key: string;
}

/** How long a scan waits for the server before the device decides by itself. */
const ANSWER_MS = 1200;
const CONTACT_MS = 3000;
/** Tickets are read again so often, and less often the more there are. */
const TICKETS_MS = 60_000;
const TICKETS_OF_THAT = 5000;
const SENT_TOGETHER = 50;
const ANSWERS_SHOWN = 30;

/** One page's work at a door: it scans, decides by itself where the server does not answer, and tells it later. */
export class DoorSession {
  #state = INITIAL;
  readonly #memory = new DoorMemory();
  readonly #guests = new GuestMemory(this.#memory.clock);
  readonly #listeners = new Set<() => void>();
  #source: EventSource | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #ticketsReadAt = Number.NEGATIVE_INFINITY;
  #isSending = false;

  readonly get = () => this.#state;

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  #set(change: Partial<DoorState>): void {
    const queued = this.#memory.queued + this.#guests.queued;
    this.#state = { ...this.#state, ...change, queued, guests: this.#guests.all };
    for (const listener of this.#listeners) listener();
  }

  /**
   * Opens the door.
   * @param token - the secret of a door link; without it the device has a door already
   */
  async start(token?: string): Promise<void> {
    await Promise.all([this.#memory.load(), this.#guests.load()]);
    try {
      await this.#arrive(token ? await openDoor(token) : await readDoor());
    } catch (error) {
      await this.#fail(error, token);
    }
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#source?.close();
    this.#source = undefined;
  }

  /** The server answered: what it does not know is sent, and what changed is read. */
  async #arrive(door: Door): Promise<void> {
    await this.#memory.open(door, Date.parse(door.now));
    this.#set({ phase: "ready", door, isOnline: true });
    this.#watch();
    await this.#send();
    await this.#readTickets();
  }

  /** Asks whether the server is there again. */
  readonly #contact = async (token?: string): Promise<void> => {
    try {
      await this.#arrive(token ? await openDoor(token) : await readDoor());
    } catch (error) {
      await this.#fail(error, token);
    }
  };

  async #fail(error: unknown, token?: string): Promise<void> {
    const reason = error instanceof DoorRefusal ? error.reason : "network";
    if (reason === "door_link_full") return this.#set({ phase: "full" });
    if (reason === "door_link_ended" || reason === "unauthorized")
      return this.#end(reason === "unauthorized" ? "none" : "ended");
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#contact(token), CONTACT_MS);
    this.#set({ isOnline: false });
    if (this.#state.phase === "ready") return;
    // A device that has no network opens the door that it had last, but no new one.
    const door = token ? undefined : await this.#memory.restore();
    if (door) await this.#guests.restore();
    this.#set(door ? { phase: "ready", door } : { phase: "away" });
  }

  async #end(phase: "ended" | "none"): Promise<void> {
    this.stop();
    this.#guests.forget();
    await this.#memory.forget();
    this.#set({ phase, door: undefined });
  }

  async #readTickets(): Promise<void> {
    const every = TICKETS_MS * (1 + this.#memory.known / TICKETS_OF_THAT);
    if (performance.now() - this.#ticketsReadAt < every) return;
    this.#ticketsReadAt = performance.now();
    await this.#memory.learn(await readTickets());
    await this.#guests.learn(await readGuests());
    this.#set({});
  }

  #watch(): void {
    if (this.#source && this.#source.readyState !== EventSource.CLOSED) return;
    const source = new EventSource("/api/door/watch");
    this.#source = source;
    source.addEventListener("news", ({ data }) => this.#hear(JSON.parse(data)));
    source.addEventListener("ended", () => void this.#end("ended"));
    source.addEventListener("error", () => {
      source.close();
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#contact(), CONTACT_MS);
    });
  }

  #hear({ tickets, changedGuests, ...news }: DoorNews): void {
    this.#memory.hear(tickets);
    void this.#guests.hear(changedGuests);
    const { door } = this.#state;
    if (door) this.#set({ isOnline: true, door: this.#memory.renew({ ...door, ...news }) });
    void this.#readTickets().catch(() => {});
  }

  /** Scans a code, and answers in any case. */
  async scan({ code, ...how }: ShownCode): Promise<Answer> {
    const made = { key: randomId(), code: code.trim(), ...how };
    const decision = await this.#memory.decide(made);
    const asked = this.#state.isOnline ? await this.#ask(made) : undefined;
    const answer = asked ?? (await this.#answerAlone(made, decision));
    this.#set({ answers: [answer, ...this.#state.answers].slice(0, ANSWERS_SHOWN) });
    return answer;
  }

  /** Lets guests in by name, or out, and answers in any case. */
  async admit(about: Omit<MadeArrival, "key">): Promise<Answer> {
    const { guest, people, direction } = about;
    const made = { ...about, key: randomId() };
    const [asked, door] = [await this.#askOfGuest(made), this.#state.door];
    const alone = asked || !door ? undefined : await this.#guests.decide(made, door);
    const answer: Answer = {
      ...{ key: made.key, direction, at: this.#memory.clock.now(), isAlone: asked === undefined },
      ...{ ticket: null, first: null, shown: null, guest: { name: guest.name, people } },
      outcome: asked ?? alone?.outcome ?? "no_network",
    };
    this.#set({ answers: [answer, ...this.#state.answers].slice(0, ANSWERS_SHOWN) });
    return answer;
  }

  async #askOfGuest({ guest, ...made }: MadeArrival): Promise<ArrivalOutcome | undefined> {
    if (!this.#state.isOnline) return undefined;
    try {
      const { results, guests } = await sendArrivals([{ ...made, guestId: guest.id, ageMs: 0 }], ANSWER_MS);
      await this.#guests.sent(results);
      const { door } = this.#state;
      if (door) this.#set({ door: { ...door, guests } });
      return results[0]?.outcome;
    } catch (error) {
      await this.#fail(error);
      return undefined;
    }
  }

  async #ask(made: MadeScan): Promise<Answer | undefined> {
    try {
      const { results, counts } = await sendScans([{ ...made, ageMs: 0 }], ANSWER_MS);
      const { door } = this.#state;
      if (door) this.#set({ door: { ...door, counts } });
      const [result] = results;
      if (result?.ticket) this.#memory.hear([result.ticket]);
      return result && { ...result, direction: made.direction, at: this.#memory.clock.now(), isAlone: false };
    } catch (error) {
      await this.#fail(error);
      return undefined;
    }
  }

  async #answerAlone(made: MadeScan, decision: Decision | undefined): Promise<Answer> {
    const { key, direction } = made;
    const answer = { key, direction, at: this.#memory.clock.now(), isAlone: true };
    if (!decision || this.#state.phase !== "ready")
      return { ...answer, outcome: "no_network", ticket: null, first: null, shown: null };
    const { outcome, ticket: before, shown } = decision;
    const ticket = before && (await this.#memory.record(made, decision));
    const first =
      outcome !== "admitted" && before?.usedAt
        ? { at: before.usedAt, entrance: before.usedWhere ?? "" }
        : null;
    return { ...answer, outcome, ticket, first, shown };
  }

  /** Sends what was decided without the server; what it has is answered again and changes nothing. */
  async #send(): Promise<void> {
    const scans = this.#memory.toSend(SENT_TOGETHER);
    const arrivals = this.#guests.toSend(this.#state.door?.deviceId ?? "", SENT_TOGETHER);
    if (this.#isSending || scans.length + arrivals.length === 0) return;
    this.#isSending = true;
    try {
      if (scans.length > 0) {
        const { results } = await sendScans(scans);
        await this.#memory.sent(scans);
        this.#memory.hear(results.flatMap(({ ticket }) => ticket ?? []));
        this.#correct(results);
      }
      if (arrivals.length > 0) {
        const { results } = await sendArrivals(arrivals);
        await this.#guests.sent(results);
        this.#correct(results);
      }
    } finally {
      this.#isSending = false;
    }
    return this.#send();
  }

  #correct(results: readonly (ScanResult | ArrivalResult)[]): void {
    this.#set({ answers: this.#state.answers.map((answer) => corrected(answer, results)) });
  }
}
