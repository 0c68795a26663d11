import { expect, it } from "vitest";
import { expiryOf, standingOf } from "./policy.ts";

const at = (hours: number) => new Date(Date.UTC(2026, 11, 1, hours));

it("a link works for three days, and never longer than tickets may be given away", () => {
  expect(expiryOf(at(0), at(100))).toEqual(at(72));
  expect(expiryOf(at(0), at(5))).toEqual(at(5));
});

const open = {
  ...{ fromId: "a", toId: null, expiresAt: at(10), acceptedAt: null, withdrawnAt: null },
  ...{ isHeld: true, until: at(20) },
};

it.each([
  ["open to another person", open, "b", "open"],
  ["the own of who made it", open, "a", "own"],
  ["over at its end", { ...open, expiresAt: at(1) }, "b", "over"],
  ["over when it was taken back", { ...open, withdrawnAt: at(0) }, "b", "over"],
  ["over when its ticket was used or given back", { ...open, isHeld: false }, "b", "over"],
  ["over when no ticket may be given away any more", { ...open, until: at(1) }, "b", "over"],
  ["over where none may", { ...open, until: null }, "b", "over"],
  [
    "accepted to who accepted it, for ever",
    { ...open, acceptedAt: at(0), toId: "b", isHeld: false },
    "b",
    "accepted",
  ],
  ["over to a second person", { ...open, acceptedAt: at(0), toId: "b" }, "c", "over"],
  ["over to who gave it away", { ...open, acceptedAt: at(0), toId: "b" }, "a", "over"],
] as const)("a link is %s", (_, transfer, userId, standing) => {
  expect(standingOf(transfer, userId, at(1))).toBe(standing);
});
