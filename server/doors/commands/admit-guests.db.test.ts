import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "#db/client.ts";
import { guestArrivals, guests } from "#db/schema/guests.ts";
import { addGuest } from "../../guests/commands/add-guest.ts";
import { revokeGuest } from "../../guests/commands/revoke-guest.ts";
import type { GuestId } from "../../guests/contract.ts";
import { listGuests } from "../../guests/queries.ts";
import type { ArrivalOutcome } from "../../guests/values.ts";
import { onlyRow } from "../../platform/database/rows.ts";
import { atDoor, authorize } from "../../platform/operation/allow.ts";
import { createContext } from "../../platform/operation/context.ts";
import { clock } from "../../testing/clock.ts";
import { givenDevice, givenDoors } from "../../testing/doors.ts";
import { newKey } from "../../testing/given.ts";
import { expectEquationsHold } from "../../testing/invariants.ts";
import { watchDoor } from "../live.ts";
import { getDoor, getDoorOverview, listDoorGuests } from "../queries.ts";
import { admitGuests } from "./admit-guests.ts";
import { revokeDoorLink } from "./revoke-door-link.ts";
import { setDoorRules } from "./set-door-rules.ts";

interface Options {
  readonly key?: string;
  readonly direction?: "IN" | "OUT";
  readonly minutesAgo?: number;
  readonly decided?: ArrivalOutcome;
}

/** Two doors of an event session with one guest on its list. */
async function givenGuest(people = 2) {
  const doors = await givenDoors();
  const { seller, id: eventSessionId } = doors;
  const guest = await addGuest(seller.ctx(), { eventSessionId, name: "홍길동", note: "가족", people });
  const door = async (name: string) => {
    const device = await givenDevice(seller, eventSessionId, name);
    const admit = async (count: number, options: Options = {}, guestId: GuestId = guest.id) => {
      const { key = newKey(), minutesAgo = 0, ...rest } = options;
      const arrivals = [{ key, guestId, people: count, ageMs: minutesAgo * 60_000, ...rest }];
      return onlyRow((await admitGuests(await device.ctx(), { arrivals })).results);
    };
    return { ...device, admit };
  };
  const list = () => listGuests(seller.ctx(), { eventSessionId });
  return { ...doors, guest, list, north: await door("북문"), south: await door("남문") };
}

it("admits some and then the others of a guest's people, and never more than listed", async () => {
  const { north, south, list, id, seller } = await givenGuest(3);
  expect(await north.admit(2)).toMatchObject({ outcome: "admitted", guest: { came: 2 } });
  expect(await south.admit(2)).toMatchObject({ outcome: "guest_full", guest: { came: 2 } });
  expect(await south.admit(1)).toMatchObject({ outcome: "admitted", guest: { came: 3 } });
  expect(await list()).toMatchObject({ counts: { listed: 3, came: 3, inside: 3 }, conflicts: [] });
  expect(await getDoorOverview(seller.ctx(), { eventSessionId: id })).toMatchObject({
    ...{ counts: { sold: 1, entered: 0, inside: 0 }, guests: { listed: 3, came: 3 } },
  });
  await expectEquationsHold();
});

it("admits as many as are listed where two doors let them in at once", async () => {
  const { north, south, list } = await givenGuest(3);
  const tries = await Promise.all([north, south, north, south].map(({ admit }) => admit(2)));
  expect(tries.map(({ outcome }) => outcome).sort()).toEqual([
    ...["admitted", "guest_full", "guest_full", "guest_full"],
  ]);
  expect((await list()).counts.came).toBe(2);
});

it("takes an arrival in once, however often it is sent", async () => {
  const { north, list } = await givenGuest(3);
  const key = newKey();
  for (const _ of [1, 2, 3]) expect(await north.admit(1, { key })).toMatchObject({ outcome: "admitted" });
  expect((await list()).counts.came).toBe(1);
});

it("tells two doors that were without a network apart: the later one let too many in", async () => {
  const { north, south, list, id, seller } = await givenGuest(2);
  await clock.move(3600);
  expect(await south.admit(2, { minutesAgo: 5, decided: "admitted" })).toMatchObject({ outcome: "admitted" });
  expect(await north.admit(1, { minutesAgo: 9, decided: "admitted" })).toMatchObject({ outcome: "admitted" });
  expect(await north.admit(1, { minutesAgo: 1, decided: "admitted" })).toMatchObject({
    outcome: "guest_full",
  });
  const told = [
    { kind: "guest_full", people: 1, entrance: "북문", name: "홍길동" },
    { kind: "guest_full", people: 1, entrance: "남문" },
  ];
  expect((await list()).conflicts).toMatchObject(told);
  const overview = await getDoorOverview(seller.ctx(), { eventSessionId: id });
  expect(overview.guestConflicts).toMatchObject(told);
  expect((await getDoor(await north.ctx(), {})).guestConflicts).toHaveLength(2);
});

it("lets in no one who was taken off the list, and tells of those who were without a network", async () => {
  const { north, south, guest, seller, list } = await givenGuest(2);
  await clock.move(3600);
  await north.admit(1);
  await clock.move(60);
  for (const _ of [1, 2]) await revokeGuest(seller.ctx(), { id: guest.id });
  await clock.move(300);
  expect(await north.admit(1)).toMatchObject({ outcome: "guest_unlisted" });
  expect(await south.admit(1, { minutesAgo: 2, decided: "admitted" })).toMatchObject({
    outcome: "guest_unlisted",
  });
  expect(await list()).toMatchObject({
    ...{ counts: { listed: 0, came: 2 }, conflicts: [{ kind: "guest_unlisted", entrance: "남문" }] },
  });
});

it("lets guests out and in again where the event session has re-entry", async () => {
  const { north, id, seller, list } = await givenGuest(2);
  await north.admit(2);
  await setDoorRules(seller.ctx(), { eventSessionId: id, reentry: true });
  expect(await north.admit(1)).toMatchObject({ outcome: "guest_full" });
  expect(await north.admit(1, { direction: "OUT" })).toMatchObject({
    outcome: "left",
    guest: { outside: 1 },
  });
  expect((await list()).counts).toEqual({ listed: 2, came: 2, inside: 1 });
  expect(await north.admit(2, { direction: "OUT" })).toMatchObject({ outcome: "guest_out" });
  expect(await north.admit(1)).toMatchObject({ outcome: "admitted", guest: { came: 2, outside: 0 } });
});

it("is open to a device of that event session alone, while its link lives", async () => {
  const { north, guest, seller, list } = await givenGuest();
  const other = await givenGuest();
  expect(await other.north.admit(1, {}, guest.id)).toEqual(
    expect.objectContaining({ outcome: "guest_unlisted", guest: null }),
  );
  const seen = await listDoorGuests(await other.north.ctx(), {});
  expect(seen.guests.map(({ id }) => id)).toEqual([other.guest.id]);
  const ctx = await north.ctx();
  await revokeDoorLink(seller.ctx(), { id: north.link.id });
  const arrivals = [{ key: newKey(), guestId: guest.id, people: 1, decided: "admitted" as const }];
  await expect(admitGuests(ctx, { arrivals })).rejects.toMatchObject({ reason: "door_link_ended" });
  await expect(admitGuests(seller.ctx(), { arrivals })).rejects.toMatchObject({ reason: "forbidden" });
  await expect(admitGuests(createContext(), { arrivals })).rejects.toMatchObject({ reason: "unauthorized" });
  expect((await list()).counts.came).toBe(0);
});

it("tells a device that watches which guests came at other doors, and who was added", async () => {
  const { north, south, guest, seller, id } = await givenGuest();
  const ends = new AbortController();
  const device = await south.ctx();
  authorize(atDoor, device);
  const news = watchDoor(device, ends.signal);
  expect((await news.next()).value).toMatchObject({ changedGuests: [], guests: { came: 0 } });
  await north.admit(1);
  const added = await addGuest(seller.ctx(), { eventSessionId: id, name: "김하나" });
  const changed = new Map<string, number>();
  for await (const { changedGuests } of news) {
    for (const each of changedGuests) changed.set(each.id, each.came);
    if (changed.has(added.id)) break;
  }
  ends.abort();
  expect(changed).toEqual(
    new Map([
      [guest.id, 1],
      [added.id, 0],
    ]),
  );
});

it("records each arrival with its device, and changes none", async () => {
  const { north, guest } = await givenGuest();
  await north.admit(1);
  const rows = await db.select().from(guestArrivals).where(eq(guestArrivals.guestId, guest.id));
  expect(rows).toMatchObject([{ people: 1, outcome: "admitted", passed: true, offline: false }]);
  await expect(db.update(guestArrivals).set({ people: 2 })).rejects.toThrow();
  expect(await db.select().from(guests).where(eq(guests.id, guest.id))).toMatchObject([{ came: 1 }]);
});
