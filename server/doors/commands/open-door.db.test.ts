import { and, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "#db/client.ts";
import { doorDevices, doorLinks } from "#db/schema/doors.ts";
import { auditLog } from "#db/schema/platform.ts";
import { createContext } from "../../platform/operation/context.ts";
import { clock } from "../../testing/clock.ts";
import { givenDevice, givenDoors } from "../../testing/doors.ts";
import { given } from "../../testing/given.ts";
import { authenticateDevice, getDoor, getDoorOverview } from "../queries.ts";
import { DOOR_LINKS_MAX } from "../values.ts";
import { createDoorLink } from "./create-door-link.ts";
import { openDoor } from "./open-door.ts";
import { revokeDoorLink } from "./revoke-door-link.ts";

const stranger = createContext;

it("opens a link on a device, which then has the door of that event session alone", async () => {
  const { id, seller } = await givenDoors(2);
  const link = await createDoorLink(seller.ctx(), { eventSessionId: id, name: "정문" });
  const door = await openDoor(stranger(), { token: link.token });
  expect(door).toMatchObject({ entrance: "정문", number: 1, eventSessionId: id, eventTitle: "첫눈 콘서트" });
  expect(door.counts).toEqual({ sold: 2, entered: 0, inside: 0 });
  const actor = await authenticateDevice(stranger(), door.deviceToken);
  expect(actor).toMatchObject({ kind: "door", doorLinkId: link.id, eventSessionId: id });
  expect((await getDoor(createContext({ actor }), {})).deviceId).toBe(door.deviceId);
  const { links } = await getDoorOverview(seller.ctx(), { eventSessionId: id });
  expect(links).toMatchObject([{ id: link.id, devices: 1, revokedAt: null, lastUsedAt: expect.any(String) }]);
});

it("keeps no secret that opens anything", async () => {
  const { id, seller } = await givenDoors();
  const { link, deviceToken } = await givenDevice(seller, id);
  const kept = JSON.stringify([
    await db.select().from(doorLinks).where(eq(doorLinks.id, link.id)),
    await db.select().from(doorDevices).where(eq(doorDevices.doorLinkId, link.id)),
    await db.select().from(auditLog).where(eq(auditLog.target, id)),
  ]);
  expect(kept).not.toContain(link.token);
  expect(kept).not.toContain(deviceToken);
});

it("opens a forwarded link on no more devices than it is for, and again on its own", async () => {
  const { id, seller } = await givenDoors();
  const { link, deviceToken } = await givenDevice(seller, id);
  await expect(openDoor(stranger(), { token: link.token })).rejects.toMatchObject({
    reason: "door_link_full",
  });
  const again = await openDoor(stranger(), { token: link.token, deviceToken });
  expect(again).toMatchObject({ deviceToken, number: 1 });
  // The device of another link takes a place like any other.
  const other = await givenDevice(seller, id, "후문");
  await expect(
    openDoor(stranger(), { token: link.token, deviceToken: other.deviceToken }),
  ).rejects.toMatchObject({ reason: "door_link_full" });
});

it("gives the last place to one of those who open the link at once", async () => {
  const { id, seller } = await givenDoors();
  const { token } = await createDoorLink(seller.ctx(), { eventSessionId: id, name: "정문", devicesMax: 2 });
  const tries = await Promise.allSettled(Array.from({ length: 5 }, () => openDoor(stranger(), { token })));
  const opened = tries.flatMap((each) => (each.status === "fulfilled" ? [each.value.number] : []));
  expect(opened.sort()).toEqual([1, 2]);
});

it("ends for its devices when it is revoked, and by itself", async () => {
  const { id, seller } = await givenDoors();
  const [revoked, forgotten] = [await givenDevice(seller, id), await givenDevice(seller, id, "후문")];
  for (const _ of [1, 2]) await revokeDoorLink(seller.ctx(), { id: revoked.link.id });
  const ended = { reason: "door_link_ended", status: 401 };
  await expect(revoked.ctx()).rejects.toMatchObject(ended);
  await expect(openDoor(stranger(), { token: revoked.link.token })).rejects.toMatchObject(ended);
  await expect(forgotten.ctx()).resolves.toBeDefined();
  // Three hours until the start, and twelve after it.
  await clock.move(16 * 3600);
  await expect(forgotten.ctx()).rejects.toMatchObject(ended);
  await expect(openDoor(stranger(), { token: forgotten.link.token })).rejects.toMatchObject(ended);
});

it("opens nothing with a secret that was made up", async () => {
  await expect(openDoor(stranger(), { token: "x".repeat(43) })).rejects.toMatchObject({
    reason: "door_link_ended",
  });
  await expect(authenticateDevice(stranger(), "x".repeat(43))).rejects.toMatchObject({
    reason: "door_link_ended",
  });
});

it("is made and revoked by operators and the seller of the event alone", async () => {
  const { id, seller } = await givenDoors();
  const [other, admin] = [await given.person("SELLER"), await given.person("ADMIN")];
  const make = (by: typeof seller) => createDoorLink(by.ctx(), { eventSessionId: id, name: "정문" });
  const link = await make(admin);
  await expect(make(other)).rejects.toMatchObject({ reason: "not_found" });
  await expect(revokeDoorLink(other.ctx(), { id: link.id })).rejects.toMatchObject({ reason: "not_found" });
  const made = and(eq(auditLog.target, id), eq(auditLog.action, createDoorLink.id));
  expect(await db.select().from(auditLog).where(made)).toMatchObject([
    { actorId: admin.userId, outcome: "ok" },
  ]);
});

it("makes no more links than anyone needs", async () => {
  const { id, seller } = await givenDoors();
  const many = Array.from({ length: DOOR_LINKS_MAX }, (_, index) => ({
    ...{
      id: `door_link_${id}_${index}` as const,
      eventSessionId: id,
      name: "정문",
      tokenHash: `${id} ${index}`,
    },
    ...{ devicesMax: 1, createdById: seller.userId },
  }));
  await db.insert(doorLinks).values(many);
  await expect(createDoorLink(seller.ctx(), { eventSessionId: id, name: "후문" })).rejects.toMatchObject({
    reason: "too_many_door_links",
  });
});
