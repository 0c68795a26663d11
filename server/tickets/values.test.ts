import { expect, it } from "vitest";
import { goesOn, MOVING_SECONDS, movesInMs, movingCode, partsOf, secretOf, shownAs } from "./values.ts";

const STEP_MS = MOVING_SECONDS * 1000;
const NOW = Date.parse("2026-11-28T10:00:00.000Z");
const QR = "header.claims.signature";
const secret = await secretOf("key", { ticketId: "ticket_1", version: 1 });
const shownAt = async (at: number) => partsOf(await movingCode(QR, secret, at));

it("draws one code for half a minute, and another for the next", async () => {
  const codes = [NOW, NOW + STEP_MS - 1, NOW + STEP_MS].map((at) => movingCode(QR, secret, at));
  const [first, same, next] = await Promise.all(codes);
  expect(same).toBe(first);
  expect(next).not.toBe(first);
  expect([movesInMs(NOW), movesInMs(NOW + 1), movesInMs(NOW - 1)]).toEqual([STEP_MS, STEP_MS - 1, 1]);
});

it.each([
  [-2, "old"],
  [-1, "moving"],
  [0, "moving"],
  [1, "moving"],
  [2, "old"],
])("takes the code of %i half minutes from now for one that is %s", async (steps, as) => {
  const drawnAt = NOW + steps * STEP_MS;
  expect(shownAs(await shownAt(drawnAt), [NOW])).toEqual({ as, at: new Date(drawnAt) });
});

it("is another secret for each event session, ticket and holder", async () => {
  const others = [
    secretOf("another key", { ticketId: "ticket_1", version: 1 }),
    secretOf("key", { ticketId: "ticket_2", version: 1 }),
    secretOf("key", { ticketId: "ticket_1", version: 2 }),
  ];
  expect(new Set([secret, ...(await Promise.all(others))]).size).toBe(4);
});

it("sees one showing in a code that moves on before the camera, and another in a picture or a print", async () => {
  const code = await shownAt(NOW);
  expect(goesOn(code, await shownAt(NOW + STEP_MS))).toBe(true);
  expect(goesOn(await shownAt(NOW - 10 * STEP_MS), code)).toBe(false);
  expect(goesOn(partsOf(QR), code)).toBe(false);
  expect(goesOn(partsOf(QR), partsOf(QR))).toBe(true);
  expect(goesOn(partsOf(QR), partsOf("header.other.signature"))).toBe(false);
});
