import { expect, it } from "vitest";
import { changePushOf, offerPushOf } from "./push.policy.ts";

const NOW = new Date("2026-11-29T03:00:00Z");
const EVENT = "event_01k8v3q4f6e9hb2m5n7p8r9s0t";
const SESSION = "event_session_01k8v3q4f6e9hb2m5n7p8r9s0t" as const;
const wait = {
  entryId: "waitlist_entry_01k8v3q4f6e9hb2m5n7p8r9s0t",
  userId: "user_01k8v3q4f6e9hb2m5n7p8r9s0t",
  sessionId: SESSION,
  quantity: 2,
  reason: null,
} as const;

it("says until when an offer can be taken, and is of no use after it", () => {
  const push = offerPushOf({ ...wait, newStatus: "OFFERED", offerEndsAt: "2026-11-29T15:00:00Z" }, "첫눈");
  expect(push?.ko.body).toContain("첫눈 2장. 2026년 11월 30일");
  expect(push?.en.body).toContain("2 tickets");
  expect(push?.expiresAt).toEqual(new Date("2026-11-29T15:00:00Z"));
});

it("pushes no end of a list", () => {
  expect(offerPushOf({ ...wait, newStatus: "ENDED", offerEndsAt: null }, "첫눈")).toBeUndefined();
});

it("names what has changed and no more", () => {
  const renamed = { oldTitle: "첫눈", newTitle: "첫눈 2", oldVenue: "홀", newVenue: "홀" };
  const push = changePushOf({ name: "events.updated", data: { eventId: EVENT, ...renamed } }, NOW);
  expect(push.ko.body).toBe("공연 이름: 첫눈 → 첫눈 2. 티켓은 그대로 쓸 수 있어요.");
  expect(push.en.body).toBe("Event: 첫눈 → 첫눈 2. Your tickets stay valid.");
});

it("says what becomes of the money where a performance is cancelled, and leads to the orders", () => {
  const startsAt = "2026-12-24T10:30:00Z";
  const data = {
    eventId: EVENT,
    sessionId: SESSION,
    title: "첫눈",
    startsAt,
    reason: "출연자 사정",
  } as const;
  const push = changePushOf({ name: "event-sessions.cancelled", data }, NOW);
  expect([push.path, push.ko.title]).toEqual(["/me/orders", "첫눈: 공연이 취소됐어요"]);
  expect(push.en.body).toContain("You get all of your money back");
  expect(push.expiresAt).toEqual(new Date("2026-11-30T03:00:00Z"));
});
