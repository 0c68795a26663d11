import { expect, it } from "vitest";
import { isSought } from "./is-sought.ts";

const order = {
  ...{ id: "order_01k8v3q4f6e9hb2m5n7p8r9s0t", eventTitle: "첫눈 콘서트" },
  // In Seoul it is the 25th of December and the 30th of November.
  ...{ startsAt: "2026-12-24T15:30:00.000Z", createdAt: "2026-11-29T15:30:00.000Z" },
};
const finds = (typed: string) => isSought(order, typed);

it.each(["", " ", "첫눈", "콘서", "ㅊㄴ", "ㅋㅅㅌ", "7P8R-9S0T", "7p8r9s0t", "p8r9"])(
  "finds by %s",
  (typed) => {
    expect(finds(typed)).toBe(true);
  },
);

it.each(["2026-12-25", "2026.12.25", "12/25", "12월 25일", "2026년 12월 25일", "12월", "11.30"])(
  "finds by the day %s, which is that of Seoul",
  (typed) => expect(finds(typed)).toBe(true),
);

it.each(["ㄴㅊ", "봄", "2026-12-24", "2025-12-25", "1.25", "2월", "7p8", "zzzz"])(
  "does not find by %s",
  (typed) => {
    expect(finds(typed)).toBe(false);
  },
);
