import { afterEach, expect, it, vi } from "vitest";
import type { DoorGuest } from "#server/guests/contract.ts";
import { GuestMemory } from "./guest-memory.ts";
import { kept, type QueuedArrival } from "./kept.ts";
import { ServerClock } from "./server-clock.ts";

afterEach(() => void vi.restoreAllMocks());

const NOW = Date.parse("2026-11-28T10:00:00.000Z");
const at = (hours: number) => new Date(NOW + hours * 3_600_000).toISOString();
const door = {
  deviceId: "door_device_01k8v3q4f6e9hb2m5n7p8r9s0t" as const,
  rules: { reentry: true, entryCodes: "ANY" as const },
  ...{ opensAt: at(-1), endsAt: at(12) },
};
const guest: DoorGuest = {
  ...{ id: "guest_01k8v3q4f6e9hb2m5n7p8r9s0t", name: "홍길동", note: null },
  ...{ people: 3, came: 0, outside: 0, isRevoked: false },
};

async function givenMemory(queue: QueuedArrival[] = []) {
  vi.spyOn(kept, "arrivals").mockResolvedValue(queue);
  const clock = new ServerClock();
  clock.hear(NOW);
  const memory = new GuestMemory(clock);
  await memory.load();
  await memory.learn([guest]);
  const come = async (key: string, people: number, direction: "IN" | "OUT" = "IN") =>
    (await memory.decide({ key, guest, people, direction }, door)).outcome;
  return { memory, come };
}

it("lets in no more than are listed without a network, also when the list comes again meanwhile", async () => {
  const { memory, come } = await givenMemory();
  expect(await come("a", 2)).toBe("admitted");
  await memory.learn([guest]);
  expect(await come("b", 2)).toBe("guest_full");
  expect(await come("c", 1)).toBe("admitted");
  expect(await come("d", 1, "OUT")).toBe("left");
  expect(await come("e", 1)).toBe("admitted");
  expect(memory.all).toEqual([{ ...guest, came: 3, outside: 0 }]);
});

it("tells what it decided once, and then has what the server says", async () => {
  const { memory, come } = await givenMemory();
  await come("a", 2);
  const sent = memory.toSend(door.deviceId, 10);
  expect(sent).toMatchObject([{ key: "a", people: 2, direction: "IN", decided: "admitted" }]);
  expect(memory.toSend("door_device_of_another_link", 10)).toEqual([]);
  await memory.sent([{ key: "a", outcome: "guest_full", guest: { ...guest, came: 3 } }]);
  expect(memory.queued).toBe(0);
  expect(memory.all).toEqual([{ ...guest, came: 3 }]);
});

it("counts what an earlier page let in and has not sent", async () => {
  const queued = { guestId: guest.id, people: 3, direction: "IN" as const, decided: "admitted" as const };
  const { memory, come } = await givenMemory([
    { ...queued, key: "before", deviceId: door.deviceId, atMs: NOW - 60_000 },
  ]);
  expect(await come("a", 1)).toBe("guest_full");
  expect(memory.toSend(door.deviceId, 10)[0]?.ageMs).toBeGreaterThanOrEqual(60_000);
});

it("lets in no one of whom it heard that they were taken off the list", async () => {
  const { memory, come } = await givenMemory();
  await memory.hear([{ ...guest, isRevoked: true }]);
  expect(await come("a", 1)).toBe("guest_unlisted");
});
