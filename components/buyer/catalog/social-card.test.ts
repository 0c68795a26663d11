import { expect, it } from "vitest";
import { cardLinesOf } from "./social-card.ts";

const NOW = Date.parse("2026-12-01T00:00:00Z");
const event = { venue: "서울 마포 · 웨이브홀" } as Parameters<typeof cardLinesOf>[0];
const at = (startsAt: string, isCancelled = false) => ({
  startsAt,
  cancellation: isCancelled ? { reason: "폭설", at: "2026-11-30T00:00:00Z" } : null,
});

it("says the next start, how many follow, and where", () => {
  const sessions = [at("2026-12-14T10:30:00Z"), at("2026-12-13T10:30:00Z"), at("2026-11-01T10:30:00Z")];
  expect(cardLinesOf(event, sessions, NOW)).toEqual(["2026년 12월 13일 (일) 19:30 외 1회", event.venue]);
});

it("promises nothing that was cancelled or is over", () => {
  expect(cardLinesOf(event, [at("2026-12-13T10:30:00Z", true)], NOW)).toEqual([event.venue]);
  expect(cardLinesOf(event, [at("2026-11-01T10:30:00Z")], NOW)).toEqual([
    "2026년 11월 1일 공연 종료",
    event.venue,
  ]);
});
