import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { expect, it } from "vitest";
import type { DoorTicket } from "#server/doors/contract.ts";
import { CODE_TAIL } from "#server/doors/values.ts";
import { shortCodeOf } from "#server/platform/values/id-forms.ts";
import { afterScan, decideAlone } from "./decide.ts";
import { importKeys, readCode } from "./read-code.ts";

const SESSION = "event_session_01k8v3q4f6e9hb2m5n7p8r9s0t" as const;
const OTHER = "event_session_01k8v3q4f6e9hb2m5n7p8r9s0v" as const;
const TICKET = "ticket_01k8v3q4f6e9hb2m5n7p8r9s0t" as const;
const door = {
  eventSessionId: SESSION,
  opensAt: "2026-11-28T04:00:00.000Z",
  endsAt: "2026-11-28T22:00:00.000Z",
  rules: { reentry: false },
};
const NOW = Date.parse("2026-11-28T10:00:00.000Z");

const ours = await generateKeyPair("EdDSA", { extractable: true });
const keys = await importKeys([await exportJWK(ours.publicKey)]);
const signTicket = (sessionId: string, { privateKey }: Pick<typeof ours, "privateKey"> = ours) =>
  new SignJWT({ ticketId: TICKET, sessionId })
    .setProtectedHeader({ alg: "EdDSA", typ: "ticket" })
    .sign(privateKey);
const ticketOf = (qr: string, rest: Partial<DoorTicket> = {}): DoorTicket => ({
  ...{ id: TICKET, tail: qr.slice(-CODE_TAIL), version: 1, status: "VALID" },
  ...{ section: "A", row: null, label: null, seat: "1", usedAt: null, usedWhere: null, leftAt: null },
  ...rest,
});

async function decide(code: string, known: readonly DoorTicket[], now = NOW) {
  const read = await readCode(code, keys);
  const tickets = new Map(known.map((ticket) => [ticket.id, ticket]));
  return decideAlone({ door, tickets }, { code, read, direction: "IN" }, now);
}

it("admits a ticket that the server signed, and no other", async () => {
  const qr = await signTicket(SESSION);
  expect(await decide(qr, [ticketOf(qr)])).toMatchObject({ outcome: "admitted", ticket: { seat: "1" } });
  const forged = await signTicket(SESSION, await generateKeyPair("EdDSA"));
  for (const code of [forged, `${qr.slice(0, -8)}AAAAAAAA`, `${qr}.x`, "https://example.com", "a.b.c"])
    expect(await decide(code, [ticketOf(qr)])).toEqual({ outcome: "forged", ticket: null });
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
  expect(await decide(code, [ticketOf(qr)], NOW + 86_400_000)).toMatchObject({ outcome: "over" });
});

it("leaves to the server what this browser cannot check", async () => {
  const qr = await signTicket(SESSION);
  const read = await readCode(qr, []);
  const known = { door, tickets: new Map([[TICKET, ticketOf(qr)]]) };
  expect(decideAlone(known, { code: qr, read, direction: "IN" }, NOW)).toBeUndefined();
});
