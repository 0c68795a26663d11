import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Door, DoorTicket } from "#server/doors/contract.ts";
import { CODE_TAIL } from "#server/doors/values.ts";
import { movingCode, secretOf } from "#server/tickets/values.ts";
import { kept } from "./kept.ts";
import { DoorMemory } from "./memory.ts";

const SESSION = "event_session_01k8v3q4f6e9hb2m5n7p8r9s0t" as const;
const TICKET = "ticket_01k8v3q4f6e9hb2m5n7p8r9s0t" as const;
const NOW = Date.parse("2026-11-28T10:00:00.000Z");
const MINUTE_MS = 60_000;

beforeEach(() => void vi.useFakeTimers({ toFake: ["Date", "performance"], now: NOW }));
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const signing = await generateKeyPair("EdDSA", { extractable: true });
const qr = await new SignJWT({ ticketId: TICKET, sessionId: SESSION })
  .setProtectedHeader({ alg: "EdDSA", typ: "ticket" })
  .sign(signing.privateKey);
const ticket: DoorTicket = {
  ...{
    id: TICKET,
    tail: qr.slice(-CODE_TAIL),
    version: 1,
    status: "VALID",
    isPaper: false,
    section: null,
    row: null,
    label: null,
  },
  ...{ seat: null, usedAt: null, usedWhere: null, leftAt: null },
};
const at = (minutes: number) => new Date(NOW + minutes * MINUTE_MS).toISOString();

/** A device without a database of its own, whose clock is an hour behind the server's. */
async function givenMemory() {
  const memory = new DoorMemory();
  await memory.load();
  const door = await givenDoor();
  await memory.open(door, Date.parse(door.now));
  await memory.learn([ticket]);
  return memory;
}

async function givenDoor(): Promise<Door> {
  return {
    ...{ deviceId: "door_device_01k8v3q4f6e9hb2m5n7p8r9s0t", entrance: "정문", number: 1 },
    ...{ eventSessionId: SESSION, eventTitle: "첫눈", venue: "서울", startsAt: at(180) },
    ...{ opensAt: at(-120), endsAt: at(900), rules: { reentry: false, entryCodes: "ANY" }, conflicts: [] },
    ...{ counts: { sold: 1, entered: 0, inside: 0 }, now: at(60) },
    ...{ guests: { listed: 0, came: 0, inside: 0 }, guestConflicts: [] },
    movingKey: "key of the event session",
    keys: [(await exportJWK(signing.publicKey)) as Door["keys"][number]],
  };
}

async function scan(memory: DoorMemory, key: string, code = qr) {
  const made = { key, code, direction: "IN" as const, isConfirmed: false };
  const decision = await memory.decide(made);
  if (!decision) throw new Error("it could not decide");
  await memory.record(made, decision);
  return decision.outcome;
}

it("admits a ticket once without a network, also when the list of tickets comes again meanwhile", async () => {
  const memory = await givenMemory();
  expect(await scan(memory, "first")).toBe("admitted");
  await memory.learn([ticket]);
  expect(await scan(memory, "second")).toBe("used");
  expect(memory.queued).toBe(2);
});

it("says how long ago a scan was, whatever someone does to the device's clock", async () => {
  const memory = await givenMemory();
  expect(memory.clock.now()).toBe(NOW + 60 * MINUTE_MS);
  await scan(memory, "first");
  vi.advanceTimersByTime(5 * MINUTE_MS);
  vi.setSystemTime(NOW - 300 * MINUTE_MS);
  expect(memory.toSend(10)).toMatchObject([
    { key: "first", code: qr, decided: "admitted", ageMs: 5 * MINUTE_MS },
  ]);
});

it("keeps what it sends until the server has it, and sends nothing of another door", async () => {
  const memory = await givenMemory();
  await scan(memory, "first");
  const sending = memory.toSend(10);
  expect(memory.toSend(10)).toEqual(sending);
  await memory.sent(sending);
  expect([memory.queued, memory.toSend(10)]).toEqual([0, []]);
  await scan(memory, "second");
  await memory.forget();
  expect([memory.queued, memory.toSend(10)]).toEqual([1, []]);
});

it.each([
  ["whose clock someone set", -300, 5],
  ["that slept, so that the clock which no one sets stood still", 45, 0],
])("knows a moving code on a device %s", async (_, setBy, passed) => {
  const memory = await givenMemory();
  vi.advanceTimersByTime(passed * MINUTE_MS);
  const serverNow = NOW + (60 + (passed || setBy)) * MINUTE_MS;
  vi.setSystemTime(Date.now() + setBy * MINUTE_MS);
  const secret = await secretOf("key of the event session", { ticketId: TICKET, version: 1 });
  const shown = async (minutesAgo: number) => {
    const code = await movingCode(qr, secret, serverNow - minutesAgo * MINUTE_MS);
    const made = { key: "any", code, direction: "IN" as const, isConfirmed: false };
    return (await memory.decide(made))?.shown?.as;
  };
  expect([await shown(0), await shown(10)]).toEqual(["moving", "old"]);
});

it("takes the key of moving codes with its next contact where it kept a door of before there were any", async () => {
  const { movingKey: _, ...door } = await givenDoor();
  const rules = { reentry: false } as Door["rules"];
  const old = { door: { ...door, rules } as Door, tickets: [ticket], readAtMs: Date.now() };
  vi.spyOn(kept, "door").mockResolvedValueOnce(old);
  const memory = new DoorMemory();
  await memory.restore();
  const secret = await secretOf("key of the event session", { ticketId: TICKET, version: 1 });
  const picture = await movingCode(qr, secret, NOW - 60 * MINUTE_MS);
  const made = { key: "any", code: picture, direction: "IN" as const, isConfirmed: false };
  expect(await memory.decide(made)).toMatchObject({ outcome: "admitted", shown: { as: "still" } });
  const now = await givenDoor();
  await memory.open({ ...now, rules: { ...now.rules, entryCodes: "MOVING" } }, Date.parse(now.now));
  expect(await memory.decide(made)).toMatchObject({ outcome: "not_moving", shown: { as: "old" } });
});

it("keeps other rules as soon as it hears of them, for when it is loaded again without a network", async () => {
  const memory = await givenMemory();
  const saved = vi.spyOn(kept, "saveDoor").mockResolvedValue("door");
  const door = await givenDoor();
  memory.renew({ ...door, counts: { ...door.counts, entered: 1 } });
  expect(saved).not.toHaveBeenCalled();
  memory.renew({ ...door, rules: { ...door.rules, entryCodes: "MOVING" } });
  expect(saved.mock.calls.map(([{ door }]) => door.rules.entryCodes)).toEqual(["MOVING"]);
});
