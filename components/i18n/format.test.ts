import { describe, expect, it } from "vitest";
import { formatClock, formatDate, formatDuration, formatKrw, formatRelative } from "./format.ts";

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
});
