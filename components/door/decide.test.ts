import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { expect, it } from "vitest";
import type { DoorTicket } from "#server/doors/contract.ts";
import { CODE_TAIL } from "#server/doors/values.ts";
import { shortCodeOf } from "#server/platform/values/id-forms.ts";
import type { EntryCodes } from "#server/terms/values.ts";
import { movingCode, secretOf } from "#server/tickets/values.ts";
import { afterScan, decideAlone } from "./decide.ts";
import { importKeys, readCode } from "./read-code.ts";

const SESSION = "event_session_01k8v3q4f6e9hb2m5n7p8r9s0t" as const;
const OTHER = "event_session_01k8v3q4f6e9hb2m5n7p8r9s0v" as const;
const TICKET = "ticket_01k8v3q4f6e9hb2m5n7p8r9s0t" as const;
const door = {
  eventSessionId: SESSION,
  opensAt: "2026-11-28T04:00:00.000Z",
  endsAt: "2026-11-28T22:00:00.000Z",
  rules: { reentry: false, entryCodes: "ANY" as EntryCodes },
};
const movingKey = "key of the event session";
const NOW = Date.parse("2026-11-28T10:00:00.000Z");

const ours = await generateKeyPair("EdDSA", { extractable: true });
const keys = await importKeys([await exportJWK(ours.publicKey)]);
const signTicket = (
  sessionId: string,
  { privateKey, version }: Pick<typeof ours, "privateKey"> & { version?: number } = ours,
) =>
  new SignJWT({ ticketId: TICKET, sessionId, ...(version && { version }) })
    .setProtectedHeader({ alg: "EdDSA", typ: "ticket" })
    .sign(privateKey);
const ticketOf = (qr: string, rest: Partial<DoorTicket> = {}): DoorTicket => ({
  ...{ id: TICKET, tail: qr.slice(-CODE_TAIL), version: 1, status: "VALID", isPaper: false },
  ...{ section: "A", row: null, label: null, seat: "1", usedAt: null, usedWhere: null, leftAt: null },
  ...rest,
});

interface Circumstances {
  readonly now?: number;
  readonly clocks?: readonly number[];
  readonly entryCodes?: EntryCodes;
  readonly isConfirmed?: boolean;
  readonly key?: string | undefined;
}

async function decide(code: string, known: readonly DoorTicket[], circumstances: Circumstances = {}) {
  const { now = NOW, clocks = [now], entryCodes = "ANY", isConfirmed = false } = circumstances;
  const key = "key" in circumstances ? circumstances.key : movingKey;
  const read = await readCode(code, keys, { eventSessionId: SESSION, movingKey: key });
  const tickets = new Map(known.map((ticket) => [ticket.id, ticket]));
  const rules = { ...door.rules, entryCodes };
  const scan = { code, read, direction: "IN" as const, isConfirmed };
  return decideAlone({ door: { ...door, rules }, tickets }, scan, { now, clocks });
}

/** What the ticket's holder shows at a moment. */
const shownAt = async (qr: string, at: number, version = 1) =>
  movingCode(qr, await secretOf(movingKey, { ticketId: TICKET, version }), at);

it("admits a ticket that the server signed, and no other", async () => {
  const qr = await signTicket(SESSION);
  expect(await decide(qr, [ticketOf(qr)])).toMatchObject({ outcome: "admitted", ticket: { seat: "1" } });
  const forged = await signTicket(SESSION, await generateKeyPair("EdDSA"));
  for (const code of [forged, `${qr.slice(0, -8)}AAAAAAAA`, `${qr}.x`, "https://example.com", "a.b.c"])
    expect(await decide(code, [ticketOf(qr)])).toEqual({ outcome: "forged", ticket: null, shown: null });
});

it("knows the event session, void and used tickets, and codes that were replaced", async () => {
  const qr = await signTicket(SESSION);
  const elsewhere = await signTicket(OTHER);
  expect(await decide(elsewhere, [ticketOf(qr)])).toMatchObject({ outcome: "other_session" });
  expect(await decide(qr, [ticketOf(qr, { status: "VOID" })])).toMatchObject({ outcome: "void" });
  expect(await decide(qr, [ticketOf(qr, { status: "USED" })])).toMatchObject({ outcome: "used" });
  expect(await decide(qr, [ticketOf(qr, { tail: "of a newer one" })])).toMatchObject({ outcome: "replaced" });
});

it("admits a ticket that was sold since the list was read, once", async () => {
  const qr = await signTicket(SESSION);
  const first = await decide(qr, []);
  expect(first).toMatchObject({ outcome: "admitted", ticket: { id: TICKET } });
  if (!first?.ticket) throw new Error("no ticket");
  const used = afterScan(first.ticket, { direction: "IN", at: new Date(NOW).toISOString(), entrance: "A" });
  expect(await decide(qr, [used])).toMatchObject({ outcome: "used", ticket: { usedWhere: "A" } });
});

it("finds a short code that is typed, and goes by the server's clock", async () => {
  const qr = await signTicket(SESSION);
  const code = shortCodeOf(TICKET);
  expect(await decide(code, [ticketOf(qr)])).toMatchObject({ outcome: "admitted" });
  // Who had the ticket before knows its short code too.
  expect(await decide(code, [ticketOf(qr, { version: 2 })])).toMatchObject({ outcome: "replaced" });
  expect(await decide("0000-0000", [ticketOf(qr)])).toMatchObject({ outcome: "unknown" });
  expect(await decide(code, [ticketOf(qr)], { now: NOW + 86_400_000 })).toMatchObject({ outcome: "over" });
});

it("leaves to the server what this browser cannot check", async () => {
  const qr = await signTicket(SESSION);
  const read = await readCode(qr, [], { eventSessionId: SESSION, movingKey });
  const known = { door, tickets: new Map([[TICKET, ticketOf(qr)]]) };
  const scan = { code: qr, read, direction: "IN" as const, isConfirmed: false };
  expect(decideAlone(known, scan, { now: NOW, clocks: [NOW] })).toBeUndefined();
});

const MINUTE_MS = 60_000;

it.each([
  ["ANY", "admitted", "admitted", "admitted"],
  ["ASK", "unconfirmed", "unconfirmed", "admitted"],
  ["MOVING", "not_moving", "not_moving", "not_moving"],
] as const)("tells what moves from what does not, as %s sets it", async (entryCodes, old, still, agreed) => {
  const qr = await signTicket(SESSION);
  const known = [ticketOf(qr)];
  for (const ago of [0, 30_000, -30_000])
    expect(await decide(await shownAt(qr, NOW - ago), known, { entryCodes })).toMatchObject({
      ...{ outcome: "admitted", shown: { as: "moving" } },
    });
  const picture = await shownAt(qr, NOW - 10 * MINUTE_MS);
  expect(await decide(picture, known, { entryCodes })).toMatchObject({
    ...{ outcome: old, shown: { as: "old", at: new Date(NOW - 10 * MINUTE_MS).toISOString() } },
  });
  expect(await decide(qr, known, { entryCodes })).toMatchObject({ outcome: still, shown: { as: "still" } });
  expect(await decide(shortCodeOf(TICKET), known, { entryCodes })).toMatchObject({
    ...{ outcome: still, shown: { as: "typed" } },
  });
  for (const code of [picture, qr])
    expect(await decide(code, known, { entryCodes, isConfirmed: true })).toMatchObject({ outcome: agreed });
  // What was sold on paper cannot move.
  expect(await decide(qr, [ticketOf(qr, { isPaper: true })], { entryCodes })).toMatchObject({
    outcome: "admitted",
  });
  // No agreement lets in a ticket that was used.
  const used = [ticketOf(qr, { status: "USED" })];
  expect(await decide(picture, used, { entryCodes, isConfirmed: true })).toMatchObject({ outcome: "used" });
});

it("takes no moving part that was not made with the ticket's own secret", async () => {
  const qr = await signTicket(SESSION);
  const [current = "", elsewhere = ""] = [await shownAt(qr, NOW), await shownAt(qr, NOW, 2)];
  const later = current.replace(/\.[^.]+\.([^.]+)$/, ".zzzzzzz.$1");
  for (const code of [elsewhere, later, `${qr}..`, `${qr}.-1.x`, `${current}.x`, `${qr}.${current}`])
    expect(await decide(code, [ticketOf(qr)]), code).toMatchObject({ outcome: "forged" });
});

it("lets no one in by what the holder of before shows, and the new holder also where the list is older", async () => {
  const [before, after] = [await signTicket(SESSION), await signTicket(SESSION, { ...ours, version: 2 })];
  const list = [ticketOf(after, { version: 2 })];
  expect(await decide(await shownAt(before, NOW), list)).toMatchObject({ outcome: "replaced" });
  for (const known of [list, [ticketOf(before)]])
    expect(await decide(await shownAt(after, NOW, 2), known, { entryCodes: "MOVING" })).toMatchObject({
      ...{ outcome: "admitted", ticket: { version: 2, seat: "1" } },
    });
});

it("goes by either clock of a device that slept or whose clock was set", async () => {
  const qr = await signTicket(SESSION);
  const [code, picture] = [await shownAt(qr, NOW), await shownAt(qr, NOW - 10 * MINUTE_MS)];
  const hour = 60 * MINUTE_MS;
  for (const clocks of [
    [NOW - hour, NOW],
    [NOW, NOW + hour],
  ]) {
    const circumstances = { clocks, entryCodes: "MOVING" } as const;
    expect(await decide(code, [ticketOf(qr)], circumstances)).toMatchObject({ outcome: "admitted" });
    expect(await decide(picture, [ticketOf(qr)], circumstances)).toMatchObject({ outcome: "not_moving" });
  }
});

it("leaves a moving code to the server while the device has no key for it, where that matters", async () => {
  const qr = await signTicket(SESSION);
  const code = await shownAt(qr, NOW);
  const known = [ticketOf(qr)];
  expect(await decide(code, known, { key: undefined, entryCodes: "ASK" })).toBeUndefined();
  expect(await decide(code, known, { key: undefined })).toMatchObject({ outcome: "admitted" });
  expect(await decide(qr, known, { key: undefined, entryCodes: "MOVING" })).toMatchObject({
    outcome: "not_moving",
  });
});

it("calls a moving code of another event session what it is", async () => {
  const elsewhere = await signTicket(OTHER);
  const code = await movingCode(elsewhere, "a secret of there", NOW);
  expect(await decide(code, [])).toMatchObject({ outcome: "other_session" });
});
