import { describe, expect, it } from "vitest";
import { countedId, idEndOf, shortCodeOf } from "./id-forms.ts";
import { idOf, newId, newIdPrefix } from "./ids.ts";

const DIGITS = "01k8v3q4f6e9hb2m5n7p8r9s0t";
const accepts = (prefix: string, text: unknown) => idOf(prefix).safeParse(text).success;

describe("a new id", () => {
  it("begins with its kind and is accepted as that kind", () => {
    const id = newId("event_session");
    expect(id).toMatch(/^event_session_/);
    expect(idOf("event_session").parse(id)).toBe(id);
  });

  it("sorts by creation as text, even within one millisecond, and comes only once", () => {
    const ids = Array.from({ length: 5000 }, () => newId("hold"));
    expect(ids.toSorted()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

it("of one of many things that are counted has its index in the last four digits", () => {
  const prefix = newIdPrefix();
  expect(newIdPrefix()).not.toBe(prefix);
  const [first, next, last] = [0, 33, 2 ** 20 - 1].map((index) => countedId("seat", prefix, index));
  expect([first, next, last]).toEqual([`seat_${prefix}0000`, `seat_${prefix}0011`, `seat_${prefix}zzzz`]);
  expect(idOf("seat").parse(last)).toBe(last);
});

it("has a short code for people: its last eight digits", () => {
  expect(shortCodeOf(`order_${DIGITS}`)).toBe("7P8R-9S0T");
  for (const typed of ["7P8R-9S0T", "7p8r9s0t"])
    expect(`order_${DIGITS}`.endsWith(`${idEndOf(typed)}`)).toBe(true);
  for (const other of ["", "7P8R", "7P8R-9S0U", "A00012345"]) expect(idEndOf(other)).toBeUndefined();
});

describe("an id from outside", () => {
  it("is the kind that was asked for, with 26 digits after it", () => {
    expect(accepts("hold", `hold_${DIGITS}`)).toBe(true);
    expect(accepts("event_session", `event_session_${DIGITS}`)).toBe(true);
    expect(accepts("hold", `hold_7${"z".repeat(25)}`)).toBe(true);
  });

  it.each([
    ["another kind", `order_${DIGITS}`],
    ["a kind that ends alike", `household_${DIGITS}`],
    ["a kind that begins alike", `hold_item_${DIGITS}`],
    ["no kind", DIGITS],
    ["an empty kind", `_${DIGITS}`],
    ["nothing but the kind", "hold_"],
    ["the kind in capitals", `HOLD_${DIGITS}`],
    ["digits in capitals", `hold_${DIGITS.toUpperCase()}`],
    ["one digit in capitals", `hold_${DIGITS.slice(0, 25)}T`],
    ["a digit too few", `hold_${DIGITS.slice(1)}`],
    ["a digit too many", `hold_${DIGITS}0`],
    ["more than 128 bits", `hold_8${DIGITS.slice(1)}`],
    ["letters that base32 leaves out", `hold_${DIGITS.slice(0, 22)}ilou`],
    ["a space before", ` hold_${DIGITS}`],
    ["a line end after", `hold_${DIGITS}\n`],
    ["a NUL after", `hold_${DIGITS}\0`],
    ["a second line", `x\nhold_${DIGITS}`],
    ["digits of another script", `hold_${DIGITS.slice(0, 25)}٣`],
    ["a uuid", "0199b03b-91e6-7262-9e8a-1d3b0a8c4d1a"],
    ["a property of every object", "__proto__"],
    ["a property behind the kind", "hold_constructor"],
    ["a property of 26 letters and signs", `hold_${"__proto__".padEnd(26, "_")}`],
    ["nothing", ""],
    ["a number", 1],
    ["null", null],
    ["a list of one id", [`hold_${DIGITS}`]],
    ["what only reads like an id", { toString: () => `hold_${DIGITS}` }],
  ])("is refused when it is %s", (_, text) => {
    expect(accepts("hold", text)).toBe(false);
  });

  it("is refused with the name of the kind that was asked for", () => {
    const { error } = idOf("hold").safeParse(`order_${DIGITS}`);
    expect(error?.issues.map(({ message }) => message)).toEqual(["not a hold id"]);
  });
});
