import { describe, expect, it } from "vitest";
import { formatClock, formatDate, formatDuration, formatKrw, formatRelative, formatWhen } from "./format.ts";

describe("format", () => {
  it("writes won as each language does", () => {
    expect(formatKrw(132_000, "ko")).toBe("132,000원");
    expect(formatKrw(132_000, "en")).toBe("₩132,000");
  });

  it("shows Seoul's wall clock wherever the process runs", () => {
    expect(formatDate("2026-12-24T10:30:00Z", "time", "ko")).toBe("19:30");
    expect(formatDate("2026-12-24T15:00:00Z", "time", "en")).toBe("00:00");
  });

  it("never shows 0:00 while any time is left", () => {
    expect(formatClock(0.2)).toBe("0:01");
    expect(formatClock(125)).toBe("2:05");
    expect(formatClock(3845)).toBe("1:04:05");
    expect(formatClock(-3)).toBe("0:00");
  });

  it("keeps at most two units of a duration and drops empty ones", () => {
    expect(formatDuration(125, "ko")).toBe("2분 5초");
    expect(formatDuration(3600, "ko")).toBe("1시간");
    expect(formatDuration(0, "ko")).toBe("0초");
  });

  it("tells distance in the largest unit that fits", () => {
    const now = Date.parse("2026-12-24T10:00:00Z");
    expect(formatRelative("2026-12-24T09:57:00Z", now, "ko")).toBe("3분 전");
    expect(formatRelative("2026-12-26T10:00:00Z", now, "en")).toBe("in 2 days");
  });

  // A Tuesday evening in Seoul, which is still Tuesday in UTC.
  const now = Date.parse("2026-12-22T14:30:00Z");

  it.each([
    ["2026-12-22T11:00:00Z", "오늘 오후 8:00", "Today 8:00 PM"],
    ["2026-12-22T15:00:00Z", "내일 오전 12:00", "Tomorrow 12:00 AM"],
    ["2026-12-24T10:30:00Z", "모레 오후 7:30", "Thursday 7:30 PM"],
    ["2026-12-21T10:30:00Z", "어제 오후 7:30", "Yesterday 7:30 PM"],
    ["2026-12-26T10:30:00Z", "토요일 오후 7:30", "Saturday 7:30 PM"],
    ["2026-12-29T10:30:00Z", "12월 29일 (화) 오후 7:30", "Tue 29 December 7:30 PM"],
    ["2026-12-01T10:30:00Z", "12월 1일 (화) 오후 7:30", "Tue 1 December 7:30 PM"],
    ["2026-12-31T15:00:00Z", "2027년 1월 1일 (금) 오전 12:00", "Fri 1 January 2027 12:00 AM"],
  ])("says %s as people say it", (at, ko, en) => {
    expect([formatWhen(at, now, "ko"), formatWhen(at, now, "en")]).toEqual([ko, en]);
  });

  it("says the date where it is not known what day it is", () => {
    expect(formatWhen("2026-12-22T11:00:00Z", null, "ko")).toBe("2026년 12월 22일 (화) 오후 8:00");
  });
});
