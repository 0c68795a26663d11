import { describe, expect, it } from "vitest";
import { endsSale } from "./sales.policy.ts";

const now = new Date("2026-11-28T12:00:00Z");
const inHours = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
const sale = { salesOpenAt: inHours(-1), salesCloseAt: inHours(72), salesOverride: null, total: 10 };
const planned = { ...sale, salesOpenAt: inHours(5) };

describe("what ends a sale", () => {
  it.each([
    ["closing it by hand", sale, { ...sale, salesOverride: "CLOSED" as const }],
    ["closing one that is to come", planned, { ...planned, salesOverride: "CLOSED" as const }],
    ["moving its end to the next hour", sale, { ...sale, salesCloseAt: inHours(1) }],
    [
      "giving one that was opened early back to its plan",
      { ...planned, salesOverride: "OPEN" as const },
      planned,
    ],
    [
      "giving one that was kept open back to its plan",
      { ...sale, salesCloseAt: inHours(-1), salesOverride: "OPEN" as const },
      { ...sale, salesCloseAt: inHours(-1) },
    ],
  ])("%s does", (_, before, after) => {
    expect(endsSale(before, after, now)).toBe(true);
  });

  it.each([
    ["another end that others have a day to see", sale, { ...sale, salesCloseAt: inHours(24) }],
    [
      "a later end within the day",
      { ...sale, salesCloseAt: inHours(1) },
      { ...sale, salesCloseAt: inHours(2) },
    ],
    ["a later opening of a sale that is to come", planned, { ...planned, salesOpenAt: inHours(9) }],
    ["opening it by hand", sale, { ...sale, salesOverride: "OPEN" as const }],
    [
      "closing one that is over",
      { ...sale, salesCloseAt: inHours(-1) },
      { ...sale, salesCloseAt: inHours(-2) },
    ],
  ])("%s does not", (_, before, after) => {
    expect(endsSale(before, after, now)).toBe(false);
  });
});
