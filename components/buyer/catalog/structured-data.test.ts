import { expect, it } from "vitest";
import type { EventSessionView, EventView } from "#server/catalog/contract.ts";
import { structuredDataOf } from "./structured-data.ts";

const event = {
  ...{ id: "event_1", title: "밤 </script><script>alert(1)</script>", description: "<!-- 밤", venue: "서울" },
  ...{ status: "PUBLISHED", poster: null, runningMinutes: 90, ageRating: 0 },
} as const satisfies EventView;
const session = {
  ...{ id: "event_session_1", startsAt: "2026-12-24T10:30:00.000Z", movedFromAt: null, cancellation: null },
  ...{ price: 66_000, status: "SOLDOUT", salesOpenAt: "2026-12-01T11:00:00.000Z" },
  salesCloseAt: "2026-12-24T09:30:00.000Z",
} as unknown as EventSessionView;

it("cannot end the script that it stands in, and is read as it was written", () => {
  const text = structuredDataOf(event, [session], "https://shop.example");
  expect(text).not.toContain("<");
  expect(JSON.parse(text)).toMatchObject([
    {
      "@type": "Event",
      name: event.title,
      url: "https://shop.example/events/event_1",
      duration: "PT90M",
      eventStatus: "https://schema.org/EventScheduled",
      offers: { price: 66_000, priceCurrency: "KRW", availability: "https://schema.org/SoldOut" },
    },
  ]);
});

it("says what was moved or cancelled, and has no address without a shop's", () => {
  const moved = { ...session, movedFromAt: "2026-12-23T10:30:00.000Z" };
  const cancelled = { ...session, cancellation: { at: "2026-12-20T10:30:00.000Z", reason: "눈" } };
  const data = JSON.parse(structuredDataOf(event, [moved, cancelled], undefined));
  expect(data.map(({ eventStatus }: { eventStatus: string }) => eventStatus.split("/").at(-1))).toEqual([
    "EventRescheduled",
    "EventCancelled",
  ]);
  expect(data[0].url).toBeUndefined();
});
