import { expect, it } from "vitest";
import { type Lease, mayTake } from "./stream-lease.ts";

const NOW = 1_000_000;
const held = (more: Partial<Lease> = {}): Lease => ({
  ...{ tab: "a", isHidden: false, isForPage: true, atMs: NOW - 1000 },
  ...more,
});
const visible = { tab: "b", isHidden: false, isForPage: true };
const hidden = { tab: "b", isHidden: true, isForPage: true };
const bell = { tab: "b", isHidden: false, isForPage: false };

it.each([
  ["free", null, visible, true],
  ["one's own", held({ tab: "b" }), visible, true],
  ["a visible tab's", held(), visible, false],
  ["a hidden tab's, for a visible one", held({ isHidden: true }), visible, true],
  ["a hidden tab's, for a hidden one", held({ isHidden: true }), hidden, false],
  ["a hidden page's, for the bell of a visible tab", held({ isHidden: true }), bell, false],
  ["the bell's of a visible tab, for a hidden page", held({ isForPage: false }), hidden, true],
  ["another bell's", held({ isForPage: false }), bell, false],
  ["that of a tab that is gone", held({ atMs: NOW - 7000 }), visible, true],
  [
    "a hidden tab's that beats once a minute, for a hidden one",
    held({ isHidden: true, atMs: NOW - 61_000 }),
    hidden,
    false,
  ],
  ["that of a clock that was set back", held({ atMs: NOW + 3_600_000 }), visible, true],
])("a lease that is %s", (_, lease, me, taken) => {
  expect(mayTake(lease, me, NOW)).toBe(taken);
});
