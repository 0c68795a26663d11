import fc from "fast-check";
import { expect, it } from "vitest";
import { newId } from "../platform/values/ids.ts";
import { createQueueTokens, type QueueClaims } from "./tokens.ts";

const tokens = createQueueTokens("a secret of this test");
const someClaims = (): QueueClaims => ({
  eventSessionId: newId("event_session"),
  userId: newId("user"),
  number: 17,
  epoch: "kWm_3-xYz0aBcDeF",
});

it("gives the same token for the same place, and reads back what it says", () => {
  const claims = someClaims();
  expect(tokens.sign(claims)).toBe(tokens.sign({ ...claims }));
  expect(tokens.read(tokens.sign(claims))).toEqual(claims);
});

it("gives another token for another person, queue, number or life of the queue", () => {
  const claims = someClaims();
  const others = [
    { ...claims, userId: newId("user") },
    { ...claims, eventSessionId: newId("event_session") },
    { ...claims, number: 18 },
    { ...claims, epoch: "kWm_3-xYz0aBcDeG" },
  ];
  const all = [claims, ...others].map(tokens.sign);
  expect(new Set(all.map((token) => token.split(".").at(-1))).size).toBe(5);
});

it("reads no token of another secret", () => {
  expect(createQueueTokens("another secret").read(tokens.sign(someClaims()))).toBeNull();
});

it("reads no token in which any one character was changed, added or taken away", () => {
  const token = tokens.sign(someClaims());
  for (let at = 0; at < token.length; at++) {
    const [before, after] = [token.slice(0, at), token.slice(at + 1)];
    for (const letter of ["A", "a", "1", ".", ""]) {
      const changed = `${before}${letter}${after}`;
      if (changed !== token) expect(tokens.read(changed)).toBeNull();
    }
  }
  expect(tokens.read(`${token}A`)).toBeNull();
  expect(tokens.read(`${token}\n`)).toBeNull();
});

it("reads no text whatever as a token and never throws", () => {
  fc.assert(fc.property(fc.string(), (text) => tokens.read(text) === null));
});
