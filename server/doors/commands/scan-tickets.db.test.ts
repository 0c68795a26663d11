import { asc, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "#db/client.ts";
import { scans } from "#db/schema/doors.ts";
import { tickets } from "#db/schema/tickets.ts";
import { cancelOrder } from "../../checkout/commands/cancel-order.ts";
import { databaseNow } from "../../platform/database/clock.ts";
import { createContext } from "../../platform/operation/context.ts";
import { shortCodeOf } from "../../platform/values/id-forms.ts";
import { clock } from "../../testing/clock.ts";
import { givenDevice, givenDoors } from "../../testing/doors.ts";
import { given, newKey } from "../../testing/given.ts";
import { expectEquationsHold } from "../../testing/invariants.ts";
import { getDoorOverview } from "../queries.ts";
import { checkInTicket } from "./check-in-ticket.ts";
import { revokeDoorLink } from "./revoke-door-link.ts";
import { scanTickets } from "./scan-tickets.ts";
import { setDoorRules } from "./set-door-rules.ts";

/** Two doors of an event session with one sold ticket. */
async function givenTwo(quantity = 1) {
  const doors = await givenDoors(quantity);
  const { seller, id } = doors;
  const [north, south] = [await givenDevice(seller, id, "북문"), await givenDevice(seller, id, "남문")];
  const overview = () => getDoorOverview(seller.ctx(), { eventSessionId: id });
  const recorded = () =>
    db.select().from(scans).where(eq(scans.eventSessionId, id)).orderBy(asc(scans.scannedAt), asc(scans.seq));
  return { ...doors, qr: doors.qrs[0] ?? "", north, south, overview, recorded };
}

it("admits a ticket once, and says when and where to every door after it", async () => {
  const { qr, north, south, seller, overview } = await givenTwo();
  const first = await north.scan(qr);
  expect(first).toMatchObject({ outcome: "admitted", ticket: { status: "USED", usedWhere: "북문" } });
  const second = await south.scan(qr);
  expect(second).toMatchObject({ outcome: "used", first: { entrance: "북문", at: first.first?.at } });
  expect(await checkInTicket(seller.ctx(), { qr, gate: "사무실" })).toMatchObject({
    ...{ accepted: false, usedWhere: "북문" },
  });
  expect((await overview()).counts).toEqual({ sold: 1, entered: 1, inside: 1 });
  await expectEquationsHold();
});

it("admits one of two doors that scan at once", async () => {
  const { qr, north, south } = await givenTwo();
  const outcomes = (await Promise.all([north.scan(qr), south.scan(qr)])).map(({ outcome }) => outcome);
  expect(outcomes.sort()).toEqual(["admitted", "used"]);
});

it("takes a scan in once, however often it is sent", async () => {
  const { qr, north, recorded } = await givenTwo();
  const key = newKey();
  const answers = await Promise.all([1, 2, 3].map(() => north.scan(qr, { key }).catch(() => null)));
  answers.push(await north.scan(qr, { key }));
  expect(new Set(answers.flatMap((answer) => answer?.outcome ?? []))).toEqual(new Set(["admitted"]));
  expect(await recorded()).toHaveLength(1);
});

it("tells two that were scanned without a network apart: the earlier is the entry", async () => {
  const { qr, north, south, overview, recorded, sold } = await givenTwo();
  await clock.move(3600);
  const later = await south.scan(qr, { minutesAgo: 5, decided: "admitted" });
  expect(later).toMatchObject({ outcome: "admitted", first: { entrance: "남문" } });
  const earlier = await north.scan(qr, { minutesAgo: 9, decided: "admitted" });
  expect(earlier).toMatchObject({ outcome: "admitted", first: { entrance: "북문" } });
  const [ticket] = await sold();
  const kept = await recorded();
  expect(kept.map(({ entrance, passed, offline }) => [entrance, passed, offline])).toEqual([
    ["북문", true, true],
    ["남문", true, true],
  ]);
  expect(ticket).toMatchObject({ status: "USED", usedWhere: "북문", usedAt: kept[0]?.scannedAt });
  expect((await overview()).conflicts).toMatchObject([
    { kind: "duplicate", entrance: "남문", offline: true, first: { entrance: "북문" } },
  ]);
  await expectEquationsHold();
});

it("tells a door that was without a network that another had let the ticket in before", async () => {
  const { qr, north, south, overview } = await givenTwo();
  await clock.move(3600);
  await north.scan(qr);
  await clock.move(600);
  expect(await south.scan(qr, { minutesAgo: 2, decided: "admitted" })).toMatchObject({
    ...{ outcome: "used", first: { entrance: "북문" } },
  });
  expect((await overview()).conflicts).toHaveLength(1);
});

it("records that a refunded ticket was let in without a network, and keeps it void", async () => {
  const { qr, orderId, buyer, north, overview, sold } = await givenTwo();
  await cancelOrder(buyer.ctx(newKey()), { id: orderId });
  await clock.move(600);
  const answer = await north.scan(qr, { minutesAgo: 1, decided: "admitted" });
  expect(answer).toMatchObject({ outcome: "void", ticket: { status: "VOID" } });
  expect(await sold()).toMatchObject([{ status: "VOID", usedAt: null }]);
  expect((await overview()).conflicts).toMatchObject([{ kind: "void", entrance: "북문" }]);
  expect(await north.scan(qr)).toMatchObject({ outcome: "void" });
  await expectEquationsHold();
});

it("believes no clock of a device: not before it had its door, and not after now", async () => {
  const { qr, north, recorded } = await givenTwo();
  const before = await databaseNow(db);
  await north.scan(qr, { minutesAgo: 600_000, decided: "admitted" });
  const [scan] = await recorded();
  expect(scan?.scannedAt.getTime()).toBeGreaterThan(before.getTime() - 60_000);
  await expect(north.scan(qr, { minutesAgo: -5 })).rejects.toMatchObject({ reason: "invalid_argument" });
});

it("refuses codes of another event session, made up, typed wrong, and those that were replaced", async () => {
  const { qr, qrs, north, id, sold, recorded } = await givenTwo();
  const other = await givenDoors();
  expect(await north.scan(other.qrs[0] ?? "")).toMatchObject({ outcome: "other_session", ticket: null });
  expect(await north.scan(`${qr.slice(0, -8)}AAAAAAAA`)).toMatchObject({ outcome: "forged", ticket: null });
  expect(await north.scan("0000-0000")).toMatchObject({ outcome: "unknown", ticket: null });
  expect(await recorded()).toHaveLength(0);
  const [ticket] = await sold();
  const typed = await north.scan(shortCodeOf(ticket?.id ?? "").toLowerCase());
  expect(typed).toMatchObject({ outcome: "admitted", ticket: { id: ticket?.id } });
  expect([id, qrs.length]).toEqual([id, 1]);
});

it("lets no one in by the short code of a ticket that was passed on, which its earlier holder knows", async () => {
  const { north, sold } = await givenTwo();
  const [ticket] = await sold();
  if (!ticket) throw new Error("no ticket");
  await db.update(tickets).set({ version: 2 }).where(eq(tickets.id, ticket.id));
  expect(await north.scan(shortCodeOf(ticket.id))).toMatchObject({ outcome: "replaced" });
  expect(await sold()).toMatchObject([{ status: "VALID" }]);
});

it("takes nothing from a device whose link was revoked, nor what it decided before", async () => {
  const { qr, seller, north, sold } = await givenTwo();
  const ctx = await north.ctx();
  await revokeDoorLink(seller.ctx(), { id: north.link.id });
  const scan = { key: newKey(), code: qr, decided: "admitted" as const, ageMs: 60_000 };
  await expect(scanTickets(ctx, { scans: [scan] })).rejects.toMatchObject({ reason: "door_link_ended" });
  expect(await sold()).toMatchObject([{ status: "VALID" }]);
});

it("is closed to every account, and its devices to every other call", async () => {
  const { qr, north, seller } = await givenTwo();
  const scans = [{ key: newKey(), code: qr }];
  await expect(scanTickets(seller.ctx(), { scans })).rejects.toMatchObject({ reason: "forbidden" });
  await expect(scanTickets(createContext(), { scans })).rejects.toMatchObject({ reason: "unauthorized" });
  await expect(checkInTicket(await north.ctx(), { qr, gate: "A" })).rejects.toMatchObject({
    reason: "forbidden",
  });
});

it("lets people out and in again where the event session has re-entry", async () => {
  const { qr, id, seller, north, south, overview } = await givenTwo();
  expect(await north.scan(qr)).toMatchObject({ outcome: "admitted" });
  expect(await north.scan(qr)).toMatchObject({ outcome: "used" });
  await setDoorRules(seller.ctx(), { eventSessionId: id, reentry: true });
  expect(await north.scan(qr)).toMatchObject({ outcome: "inside" });
  expect(await south.scan(qr, { direction: "OUT" })).toMatchObject({ outcome: "left" });
  expect(await south.scan(qr, { direction: "OUT" })).toMatchObject({ outcome: "not_inside" });
  expect((await overview()).counts).toEqual({ sold: 1, entered: 1, inside: 0 });
  expect(await north.scan(qr)).toMatchObject({ outcome: "reentered", first: { entrance: "북문" } });
  expect(await overview()).toMatchObject({ counts: { inside: 1 }, conflicts: [] });
  const other = await given.person("SELLER");
  await expect(setDoorRules(other.ctx(), { eventSessionId: id, reentry: false })).rejects.toMatchObject({
    reason: "not_found",
  });
  await expectEquationsHold();
});
