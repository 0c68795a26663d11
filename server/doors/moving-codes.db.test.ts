import { afterEach, expect, it } from "vitest";
import { updateEventSession } from "../catalog/commands/update-event-session.ts";
import { databaseNow } from "../platform/database/clock.ts";
import { createContext } from "../platform/operation/context.ts";
import { shortCodeOf } from "../platform/values/id-forms.ts";
import type { EntryCodes } from "../terms/values.ts";
import { givenDevice, givenDoors } from "../testing/doors.ts";
import { given, givenAddress, newKey, type Person } from "../testing/given.ts";
import { expectEquationsHold } from "../testing/invariants.ts";
import { myTickets } from "../tickets/queries.ts";
import { MOVING_SECONDS, movingCode, partsOf } from "../tickets/values.ts";
import { acceptTransfer } from "../transfers/commands/accept-transfer.ts";
import { offerTransfer } from "../transfers/commands/offer-transfer.ts";
import { checkInTicket } from "./commands/check-in-ticket.ts";
import { scanTickets } from "./commands/scan-tickets.ts";
import { getDoor } from "./queries.ts";

afterEach(expectEquationsHold);

/** Two doors of an event session with one sold ticket that takes these codes. */
async function givenTwo(entryCodes: EntryCodes, options: Parameters<typeof givenDoors>[1] = {}) {
  const doors = await givenDoors(1, { terms: { entryCodes, transferable: true }, ...options });
  const { seller, id } = doors;
  const [north, south] = [await givenDevice(seller, id, "북문"), await givenDevice(seller, id, "남문")];
  return { ...doors, qr: doors.qrs[0] ?? "", north, south };
}

it.each([
  ["ANY", "admitted"],
  ["ASK", "unconfirmed"],
  ["MOVING", "not_moving"],
] as const)(
  "where %s codes let in, answers a picture of ten minutes ago with %s",
  async (entryCodes, outcome) => {
    const { buyer, shownBy, north, south } = await givenTwo(entryCodes);
    const [code, present] = [await shownBy(buyer, 10), await shownBy(buyer)];
    const answer = await north.scan(code);
    const drawnAt = new Date((partsOf(code).moving?.step ?? 0) * MOVING_SECONDS * 1000).toISOString();
    expect(answer).toMatchObject({ outcome, shown: { as: "old", at: drawnAt } });
    // On a second device it is as old, and after it let someone in it is used.
    const moving = await south.scan(present);
    const isUsed = outcome === "admitted";
    expect(moving).toMatchObject({ outcome: isUsed ? "used" : "admitted", shown: { as: "moving" } });
    expect(await north.scan(code)).toMatchObject({ outcome: "used", shown: { as: "old" } });
  },
);

it.each([
  ["ANY", "admitted", "used"],
  ["ASK", "unconfirmed", "admitted"],
  ["MOVING", "not_moving", "not_moving"],
] as const)("where %s codes let in, answers one that stays with %s", async (entryCodes, first, agreed) => {
  const { qr, sold, north } = await givenTwo(entryCodes);
  const [ticket] = await sold();
  expect(await north.scan(qr)).toMatchObject({ outcome: first, shown: { as: "still", at: null } });
  const typed = await north.scan(shortCodeOf(ticket?.id ?? ""));
  expect(typed).toMatchObject({ outcome: first === "admitted" ? "used" : first, shown: { as: "typed" } });
  expect(await north.scan(qr, { isConfirmed: true })).toMatchObject({ outcome: agreed });
});

it("asks the same of those who check in with an account", async () => {
  const { qr, buyer, seller, shownBy } = await givenTwo("ASK");
  const checkIn = (code: string, isConfirmed?: boolean) =>
    checkInTicket(seller.ctx(), { qr: code, gate: "A", isConfirmed });
  expect(await checkIn(qr)).toMatchObject({ accepted: false, outcome: "unconfirmed", status: "VALID" });
  expect(await checkIn(await shownBy(buyer, 10))).toMatchObject({ accepted: false, shown: { as: "old" } });
  expect(await checkIn(qr, true)).toMatchObject({ accepted: true, outcome: "admitted" });
  const strict = await givenTwo("MOVING");
  const strictly = { gate: "A", isConfirmed: true };
  const ctx = () => strict.seller.ctx();
  expect(await checkInTicket(ctx(), { qr: strict.qr, ...strictly })).toMatchObject({ outcome: "not_moving" });
  const moving = await strict.shownBy(strict.buyer);
  expect(await checkInTicket(ctx(), { qr: moving, ...strictly })).toMatchObject({ accepted: true });
});

it("lets in one of two who show the same moving code at two doors", async () => {
  const { buyer, shownBy, north, south } = await givenTwo("MOVING");
  const code = await shownBy(buyer);
  const outcomes = (await Promise.all([north.scan(code), south.scan(code)])).map(({ outcome }) => outcome);
  expect(outcomes.sort()).toEqual(["admitted", "used"]);
});

it("ends the moving codes of who gave a ticket away, and their secret", async () => {
  const { buyer, shownBy, north, id } = await givenTwo("ANY");
  const friend = await given.person();
  const secretOf = async (person: Person) =>
    (await myTickets(person.ctx(), {})).find(({ sessionId }) => sessionId === id)?.movingSecret;
  const [before, secret] = [await shownBy(buyer), await secretOf(buyer)];
  const [{ id: ticketId } = { id: "ticket_" as const }] = await myTickets(buyer.ctx(), {});
  const { token } = await offerTransfer(buyer.ctx(), { ticketId });
  await acceptTransfer(friend.ctx(), { token });
  expect(await north.scan(before)).toMatchObject({ outcome: "replaced", shown: { as: "moving" } });
  expect(await secretOf(buyer)).toBeUndefined();
  // Who kept the old secret and saw the new code makes no moving code of it.
  const [received] = await myTickets(friend.ctx(), {});
  const now = (await databaseNow(createContext().db)).getTime();
  const made = await movingCode(received?.qr ?? "", secret ?? "", now);
  expect(await north.scan(made)).toMatchObject({ outcome: "forged", ticket: null });
  expect(await north.scan(await shownBy(friend))).toMatchObject({ outcome: "admitted" });
  // A ticket that admits no one any more has no secret.
  expect((await myTickets(friend.ctx(), {}))[0]).toMatchObject({ status: "USED", movingSecret: null });
});

it("takes no made-up moving part, and no time from a device that asks", async () => {
  const { qr, buyer, shownBy, north } = await givenTwo("MOVING");
  for (const part of ["zzzzzzz.AAAAAAAAAAAA", "1.", "-1.x", "NaN.x"])
    expect(await north.scan(`${qr}.${part}`), part).toMatchObject({ outcome: "forged", ticket: null });
  const picture = await shownBy(buyer, 10);
  expect(await north.scan(picture, { minutesAgo: 10 })).toMatchObject({ outcome: "not_moving" });
});

it("lets in what was sold on paper as it is, and asks its buyer for nothing", async () => {
  const { seller, buyer, id } = await givenTwo("MOVING", { paper: true });
  const reader = await given.person();
  const { orderId } = await given.paidOrder(reader, id, 1, givenAddress);
  const [paper] = await myTickets(reader.ctx(), {});
  const [mobile] = await myTickets(buyer.ctx(), {});
  expect([paper?.orderId, paper?.entryCodes, mobile?.entryCodes]).toEqual([orderId, "ANY", "MOVING"]);
  const door = await givenDevice(seller, id);
  expect(await door.scan(paper?.qr ?? "")).toMatchObject({ outcome: "admitted", ticket: { isPaper: true } });
});

it("takes in what a device without a network let in, also by a picture", async () => {
  const { buyer, shownBy, north } = await givenTwo("MOVING");
  const answer = await north.scan(await shownBy(buyer, 10), { minutesAgo: 0, decided: "admitted" });
  expect(answer).toMatchObject({ outcome: "admitted", shown: { as: "old" }, ticket: { status: "USED" } });
});

it("changes what doors take while people have tickets, and tells every device", async () => {
  const { seller, id, north, qr } = await givenTwo("ANY");
  await updateEventSession(seller.ctx(), { id, terms: { entryCodes: "MOVING" } });
  const door = await getDoor(await north.ctx(), {});
  expect(door.rules).toEqual({ reentry: false, entryCodes: "MOVING" });
  expect(await north.scan(qr)).toMatchObject({ outcome: "not_moving" });
});

it("gives each event session's doors a key of its own, and to no one else", async () => {
  const [here, there] = [await givenTwo("ANY"), await givenTwo("ANY")];
  const [first, again, other] = [
    await getDoor(await here.north.ctx(), {}),
    await getDoor(await here.south.ctx(), {}),
    await getDoor(await there.north.ctx(), {}),
  ];
  expect(first.movingKey).toBe(again.movingKey);
  expect(first.movingKey).not.toBe(other.movingKey);
  await expect(getDoor(here.seller.ctx(), {})).rejects.toMatchObject({ reason: "forbidden" });
  const scans = [{ key: newKey(), code: await there.shownBy(there.buyer) }];
  const { results } = await scanTickets(await here.north.ctx(), { scans });
  expect(results).toMatchObject([{ outcome: "other_session", shown: null, ticket: null }]);
});
