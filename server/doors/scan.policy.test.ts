import { describe, expect, it } from "vitest";
import { decideScan, entryOf, outcomeAfter, passes } from "./scan.policy.ts";

const at = (hour: number) => new Date(Date.UTC(2026, 10, 28, hour));
const times = { opensAt: at(10), endsAt: at(22), isCancelled: false };
const VALID = { status: "VALID", isOut: false, isPaper: false } as const;
const INSIDE = { ...VALID, status: "USED" } as const;
const OUTSIDE = { ...INSIDE, isOut: true } as const;
const VOID = { ...VALID, status: "VOID" } as const;
const moving = (direction: "IN" | "OUT") => ({ direction, as: "moving", isConfirmed: false }) as const;

describe("what a door decides", () => {
  it.each([
    ["a valid ticket", VALID, "IN", false, 12, "admitted"],
    ["one used before", INSIDE, "IN", false, 12, "used"],
    ["one used before whose holder went out, without re-entry", OUTSIDE, "IN", false, 12, "used"],
    ["one whose holder is inside", INSIDE, "IN", true, 12, "inside"],
    ["one whose holder went out", OUTSIDE, "IN", true, 12, "reentered"],
    ["a void one", VOID, "IN", false, 12, "void"],
    ["a void one on the way out", VOID, "OUT", true, 12, "void"],
    ["one on the way out", INSIDE, "OUT", true, 12, "left"],
    ["one on the way out that never came in", VALID, "OUT", true, 12, "not_inside"],
    ["one on the way out twice", OUTSIDE, "OUT", true, 12, "not_inside"],
    ["one before the doors open", VALID, "IN", false, 9, "not_open"],
    ["one after the end", VALID, "IN", false, 23, "over"],
  ] as const)("of %s", (_, ticket, direction, reentry, hour, outcome) => {
    expect(decideScan(ticket, moving(direction), { reentry, entryCodes: "MOVING" }, times, at(hour))).toBe(
      outcome,
    );
  });

  it("admits no one to an event session that was cancelled", () => {
    const cancelled = { ...times, isCancelled: true };
    const rules = { reentry: false, entryCodes: "ANY" } as const;
    expect(decideScan(VALID, moving("IN"), rules, cancelled, at(12))).toBe("cancelled");
  });

  it("lets people through with three outcomes alone", () => {
    expect((["admitted", "reentered", "left"] as const).every(passes)).toBe(true);
    const others = [
      "used",
      "inside",
      "void",
      "replaced",
      "forged",
      "not_open",
      "unconfirmed",
      "not_moving",
    ] as const;
    expect(others.some(passes)).toBe(false);
  });

  it.each([
    ["a valid ticket", VALID, "IN", "not_moving"],
    ["one whose holder comes back", OUTSIDE, "IN", "not_moving"],
    ["one on the way out", INSIDE, "OUT", "left"],
    ["one whose holder is inside", INSIDE, "IN", "inside"],
    ["a void one", VOID, "IN", "void"],
    ["one that was sold on paper", { ...VALID, isPaper: true }, "IN", "admitted"],
  ] as const)(
    "of a picture of %s, where only moving codes let people in",
    (_, ticket, direction, outcome) => {
      const rules = { reentry: true, entryCodes: "MOVING" } as const;
      const picture = { direction, as: "old", isConfirmed: true } as const;
      expect(decideScan(ticket, picture, rules, times, at(12))).toBe(outcome);
    },
  );
});

describe("what the scans of a ticket come to", () => {
  const scan = (direction: "IN" | "OUT", hour: number, entrance = "A") => ({
    ...{ direction, entrance, scannedAt: at(hour) },
  });

  it("takes the earliest for the entry, and the last for where its holder is", () => {
    expect(entryOf([])).toBeUndefined();
    expect(entryOf([scan("IN", 12, "B"), scan("IN", 13, "A")])).toEqual({
      ...{ usedAt: at(12), usedWhere: "B", leftAt: null },
    });
    expect(entryOf([scan("IN", 12), scan("OUT", 14)])?.leftAt).toEqual(at(14));
    expect(entryOf([scan("IN", 12), scan("OUT", 14), scan("IN", 15)])?.leftAt).toBeNull();
  });

  it("calls a scan on the way in a duplicate while the holder is inside", () => {
    expect(outcomeAfter("IN", [])).toBe("admitted");
    expect(outcomeAfter("IN", [scan("IN", 12)])).toBe("used");
    expect(outcomeAfter("IN", [scan("IN", 12), scan("OUT", 13)])).toBe("reentered");
    expect(outcomeAfter("OUT", [scan("IN", 12)])).toBe("left");
    expect(outcomeAfter("OUT", [])).toBe("not_inside");
  });
});
