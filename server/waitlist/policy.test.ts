import { expect, it } from "vitest";
import { chooseOffers, endingOf, isReleaseDue, offerEndOf } from "./policy.ts";

const entry = (userId: string, quantity: number) => ({ userId, quantity });
const namesOf = ({ offered, over }: ReturnType<typeof chooseOffers<ReturnType<typeof entry>>>) => [
  offered.map(({ userId }) => userId).join(""),
  over.map(({ userId }) => userId).join(""),
];
const NOBODY = new Map();

it.each([
  ["the first gets them", 1, [entry("a", 1), entry("b", 1)], "a"],
  ["several get them in the order of the list", 3, [entry("a", 1), entry("b", 2), entry("c", 1)], "ab"],
  [
    "a smaller one passes a larger one that does not fit yet",
    2,
    [entry("a", 3), entry("b", 1), entry("c", 1)],
    "bc",
  ],
  ["the larger one is first as soon as it fits", 3, [entry("a", 3), entry("b", 1)], "a"],
  ["no one gets less than they wait for", 1, [entry("a", 2), entry("b", 2)], ""],
])("%s", (_, free, waiting, offered) => {
  expect(namesOf(chooseOffers(waiting, { free, maxPerUser: 4 }, NOBODY))).toEqual([offered, ""]);
});

it("passes who has tickets in a hold, and ends the wait of who may have no more", () => {
  const shares = new Map([
    ["a", { holding: true, tickets: 1 }],
    ["b", { holding: false, tickets: 4 }],
  ]);
  const waiting = [entry("a", 1), entry("b", 1), entry("c", 1)];
  expect(namesOf(chooseOffers(waiting, { free: 1, maxPerUser: 4 }, shares))).toEqual(["c", "b"]);
});

it.each([
  [null, null],
  ["PAUSED", null],
  ["OVER", "sale_over"],
  ["CANCELLED", "session_cancelled"],
  ["WITHDRAWN", "event_withdrawn"],
] as const)("a sale that is closed as %s ends the list as %s", (cause, ending) => {
  expect(endingOf(cause)).toBe(ending);
});

const at = (minutes: number) => new Date(Date.UTC(2026, 0, 1, 0, minutes));
it.each([
  ["its time", { salesCloseAt: at(60), salesOverride: null }, at(30)],
  ["the end of the sale", { salesCloseAt: at(20), salesOverride: null }, at(20)],
  [
    "the start, where an operator keeps the sale open",
    { salesCloseAt: at(20), salesOverride: "OPEN" },
    at(25),
  ],
  ["no time at all after the end", { salesCloseAt: at(-5), salesOverride: null }, at(0)],
] as const)("an offer lasts until %s", (_, sale, end) => {
  expect(offerEndOf({ ...sale, startsAt: at(25), now: at(0), offerMinutes: 30 })).toEqual(end);
});

const TIMES = [at(10).toISOString(), at(30).toISOString()];
it.each([
  ["before the first time", at(0), at(9), false],
  ["at the first time", at(0), at(10), true],
  ["between the times, of what came back after the first", at(11), at(29), false],
  ["after the last time, of what came back after it", at(31), at(32), true],
] as const)("%s", (_, withheldAt, now, isDue) => {
  expect(isReleaseDue(TIMES, withheldAt, now)).toBe(isDue);
});
