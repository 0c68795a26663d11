import { expect, it } from "vitest";
import { countArrivals, decideArrival, stillExpected } from "./values.ts";

const NOW = new Date("2026-11-28T10:00:00.000Z");
const hours = {
  opensAt: new Date(NOW.getTime() - 1),
  endsAt: new Date(NOW.getTime() + 1),
  isCancelled: false,
};
const guest = { people: 3, came: 1, outside: 0, isRevoked: false };
const come = (people: number, more: Partial<typeof guest> = {}, reentry = false) =>
  decideArrival({ ...guest, ...more }, { direction: "IN", people }, reentry, hours, NOW);

it("lets in as many as are still expected and no more", () => {
  expect(come(2)).toBe("admitted");
  expect(come(3)).toBe("guest_full");
  expect(come(1, { came: 3 })).toBe("guest_full");
  expect(come(1, { isRevoked: true })).toBe("guest_unlisted");
});

it("lets those who went out come back only where there is re-entry", () => {
  expect(come(1, { came: 3, outside: 1 })).toBe("guest_full");
  expect(come(1, { came: 3, outside: 1 }, true)).toBe("admitted");
  expect(come(2, { came: 3, outside: 1 }, true)).toBe("guest_full");
  expect(stillExpected({ people: 3, came: 2, outside: 1 }, true)).toBe(2);
});

it("keeps to the hours of the door, but lets people out at any time", () => {
  const at = (now: Date, direction: "IN" | "OUT" = "IN") =>
    decideArrival(guest, { direction, people: 1 }, true, hours, now);
  expect(at(new Date(NOW.getTime() - 60_000))).toBe("not_open");
  expect(at(new Date(NOW.getTime() + 60_000))).toBe("over");
  expect(at(new Date(NOW.getTime() + 60_000), "OUT")).toBe("left");
  const cancelled = { ...hours, isCancelled: true };
  expect(decideArrival(guest, { direction: "IN", people: 1 }, true, cancelled, NOW)).toBe("cancelled");
  expect(decideArrival(guest, { direction: "OUT", people: 2 }, true, hours, NOW)).toBe("guest_out");
});

it("counts a person who comes back once", () => {
  const [into, out] = ["IN" as const, "OUT" as const];
  const arrivals = [
    { direction: into, people: 2 },
    { direction: out, people: 1 },
    { direction: into, people: 2 },
  ];
  expect(countArrivals(arrivals)).toEqual({ came: 3, outside: 0 });
  expect(countArrivals(arrivals.slice(2), countArrivals(arrivals.slice(0, 2)))).toEqual({
    came: 3,
    outside: 0,
  });
});
