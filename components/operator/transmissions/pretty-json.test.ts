import { describe, expect, it } from "vitest";
import { prettyJson } from "./pretty-json.ts";

describe("JSON laid out for reading", () => {
  it("looks as everybody is used to", () => {
    const value = { a: [1, { b: null }], "k:{,}": 'say "[hi]" \\', e: {}, l: [], t: true };
    expect(prettyJson(JSON.stringify(value))).toBe(JSON.stringify(value, null, 2));
    expect(prettyJson(' {"e" : { } , "l":[\n]} ')).toBe('{\n  "e": {},\n  "l": []\n}');
  });

  it("keeps numbers and escapes as they were written", () => {
    expect(prettyJson('{"n":12345678901234567890,"f":1.0,"s":"\\u00e9"}')).toBe(
      '{\n  "n": 12345678901234567890,\n  "f": 1.0,\n  "s": "\\u00e9"\n}',
    );
  });

  it("is not tried on what is no JSON", () => {
    expect(prettyJson("{nothing")).toBeNull();
  });
});
