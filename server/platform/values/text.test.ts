import { describe, expect, it } from "vitest";
import { z } from "zod";
import {
  amountKrw,
  foreignText,
  instantIn,
  instantOut,
  maskEmail,
  NoInput,
  paragraphsOf,
  priceKrw,
  textOf,
  toStorableText,
} from "./text.ts";

const HIGH = "\ud83d";
const LOW = "\ude00";

describe("text from outside", () => {
  const name = textOf(5);
  const accepts = (text: unknown) => name.safeParse(text).success;

  it("is trimmed before it is measured", () => {
    expect(name.parse(" \t가나다라마\n\u3000")).toBe("가나다라마");
    expect(accepts("abcdef")).toBe(false);
    expect(accepts("abcde")).toBe(true);
  });

  it("has at least one character that is not space", () => {
    expect(name.parse("a")).toBe("a");
    for (const empty of ["", " ", "\n\t\u00a0\u3000"]) expect(accepts(empty)).toBe(false);
  });

  it.each([
    ["a NUL inside", "a\0b"],
    ["a NUL at the end", "a\0"],
    ["nothing but a NUL", "\0"],
    ["the first half of a pair", `a${HIGH}`],
    ["the second half of a pair", `${LOW}a`],
    ["two halves the wrong way round", LOW + HIGH],
  ])("is refused when it holds %s", (_, text) => {
    const { error } = name.safeParse(text);
    expect(error?.issues.map(({ message }) => message)).toContain("holds characters that are no text");
  });

  it("may hold signs beyond the first plane, each counted once", () => {
    expect(name.parse("😀".repeat(5))).toBe("😀".repeat(5));
    expect(accepts("😀".repeat(6))).toBe(false);
    expect(name.parse("👩\u200d🚀❤\ufe0f")).toBe("👩\u200d🚀❤\ufe0f");
  });

  it("is composed, and counts a syllable once", () => {
    expect(name.parse("가나다라마".normalize("NFD"))).toBe("가나다라마");
    expect(accepts("가나다라마바".normalize("NFD"))).toBe(false);
  });

  it.each([
    ...["\u3164", "\u115f", "\u1160", "\uffa0", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad"],
    ...[
      "\u2800",
      "\u034f",
      "\u180e",
      "\u17b4",
      "\ufe0f",
      "\u{e0061}",
      "\u200e",
      "\u061c",
      "\u3000",
      "\u200d\u200d",
    ],
    "\u3164 \u200b\u2800",
  ])("is refused when all of it is invisible: %j", (text) => {
    for (const schema of [name, paragraphsOf(5)]) expect(schema.safeParse(text).success).toBe(false);
  });

  it.each(["\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\u2069"])(
    "is refused when it turns its direction with %j",
    (sign) => {
      for (const schema of [name, paragraphsOf(9)]) expect(schema.safeParse(`a${sign}b`).success).toBe(false);
    },
  );

  it.each(["\u0001", "\u0007", "\u001b", "\u007f", "\u0085", "\u009f", "\u2028", "\u2029", "\v", "\f"])(
    "is refused when it holds the control %j",
    (sign) => {
      for (const schema of [name, paragraphsOf(9)]) expect(schema.safeParse(`a${sign}b`).success).toBe(false);
    },
  );

  it("breaks its lines only where it may have several", () => {
    for (const text of ["a\nb", "a\r\nb", "a\tb"]) {
      expect(accepts(text)).toBe(false);
      expect(paragraphsOf(9).parse(text)).toBe(text);
    }
  });

  it("comes from another system as it is, but for what no database keeps", () => {
    expect(foreignText(9).parse(" \u2068코드\u2069\n1 ")).toBe("\u2068코드\u2069\n1");
    for (const text of ["", " ", "a\0", HIGH]) expect(foreignText(9).safeParse(text).success).toBe(false);
  });

  it("is never made of anything else", () => {
    for (const other of [1, true, null, undefined, ["a"], { toString: () => "a" }])
      expect(accepts(other)).toBe(false);
  });
});

describe("text that is kept whatever it is", () => {
  it("stays as it is where that is possible", () => {
    expect(toStorableText("첫눈 콘서트 😀", 100)).toBe("첫눈 콘서트 😀");
    expect(toStorableText("", 100)).toBe("");
  });

  it("has a replacement for each NUL and each half of a pair", () => {
    expect(toStorableText(`\0a\0${HIGH}b${LOW}${HIGH}`, 100)).toBe("\ufffda\ufffd\ufffdb\ufffd\ufffd");
  });

  it("is cut to its length, and a pair that the cut goes through is no text either", () => {
    expect(toStorableText("abcdef", 3)).toBe("abc");
    expect(toStorableText("ab😀", 4)).toBe("ab😀");
    expect(toStorableText("ab😀", 3)).toBe("ab\ufffd");
  });

  it("is something textOf accepts, when there is anything in it", () => {
    for (const text of ["a\0", `${HIGH}x`, "ab😀".repeat(9), "\0\0\0"])
      expect(textOf(10).safeParse(toStorableText(text, 10)).success).toBe(true);
  });
});

describe("a moment", () => {
  it("goes out as ISO 8601 in UTC, wherever the server stands", () => {
    expect(instantOut.parse(new Date("2026-12-24T20:00:00.5+09:00"))).toBe("2026-12-24T11:00:00.500Z");
  });

  it("does not go out when it is no moment", () => {
    for (const other of [new Date(Number.NaN), "2026-12-24T11:00:00.000Z", 0, null])
      expect(instantOut.safeParse(other).success).toBe(false);
  });

  it("is a date-time to who reads the API's description", () => {
    expect(z.toJSONSchema(instantOut, { unrepresentable: "any" })).toMatchObject({
      type: "string",
      format: "date-time",
    });
  });

  it("comes in with any offset and is the same moment", () => {
    const moment = new Date("2026-12-24T11:00:00.000Z");
    for (const text of ["2026-12-24T11:00:00Z", "2026-12-24T20:00:00+09:00", "2026-12-24T06:00:00.000-05:00"])
      expect(instantIn.parse(text)).toEqual(moment);
  });

  it.each([
    ["no offset", "2026-12-24T20:00:00"],
    ["no time", "2026-12-24"],
    ["a day that no year has", "2026-02-30T00:00:00Z"],
    ["a leap day in a common year", "2027-02-29T00:00:00Z"],
    ["an hour too late", "2026-12-24T24:00:00Z"],
    ["an offset that is none", "2026-12-24T20:00:00+99:99"],
    ["words", "tomorrow"],
    ["a number of milliseconds", 1_766_574_000_000],
    ["a Date", new Date(0)],
  ])("does not come in with %s", (_, text) => {
    expect(instantIn.safeParse(text).success).toBe(false);
  });

  it.each(["0000-06-01T00:00:00Z", "0000-01-01T00:00:00+09:00", "9999-12-31T23:59:59-09:00"])(
    "does not come in when Postgres could not keep it: %s",
    (text) => {
      expect(instantIn.safeParse(text).success).toBe(false);
    },
  );
});

describe("an amount", () => {
  it("is a whole number of won from nothing to a hundred of the dearest tickets", () => {
    for (const amount of [0, 1, 10_000_000_000]) expect(amountKrw.parse(amount)).toBe(amount);
    for (const other of [-1, 0.5, 10_000_000_001, Number.NaN, Number.POSITIVE_INFINITY, "1", 1n, null])
      expect(amountKrw.safeParse(other).success).toBe(false);
  });
});

describe("a price", () => {
  it("says in words when it is more than a ticket may cost", () => {
    expect(priceKrw.parse(100_000_000)).toBe(100_000_000);
    expect(priceKrw.safeParse(100_000_001).error?.issues[0]?.message).toMatch(/at most 100,000,000 KRW/);
  });
});

describe("the input of a call that asks for nothing", () => {
  it("is an empty object", () => {
    expect(NoInput.parse({})).toEqual({});
  });

  it("is refused when it brings something along, or is no object", () => {
    const smuggled: unknown = JSON.parse('{"__proto__": {"role": "ADMIN"}}');
    for (const other of [{ a: 1 }, { a: undefined }, smuggled, [], "", null, undefined])
      expect(NoInput.safeParse(other).success).toBe(false);
  });
});

it.each([
  ["hong.gildong@example.com", "ho***@example.com"],
  ["hong@example.com", "ho***@example.com"],
  ["kim@example.com", "k***@example.com"],
  ["a@example.com", "a***@example.com"],
  ["👩‍🚀star@example.com", "👩‍***@example.com"],
  ['"a@b"@example.com', '"a***@example.com'],
])("shows of %s no more than tells people apart", (email, shown) => {
  expect(maskEmail(email)).toBe(shown);
});
