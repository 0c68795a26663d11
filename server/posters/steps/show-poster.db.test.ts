import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { posters } from "#db/schema/posters.ts";
import { createEvent } from "../../catalog/commands/create-event.ts";
import { updateEvent } from "../../catalog/commands/update-event.ts";
import { getEvent, getManagedEvent, listEvents } from "../../catalog/queries.ts";
import { createContext } from "../../platform/operation/context.ts";
import { type Client, clients } from "../../testing/clients.ts";
import { clock } from "../../testing/clock.ts";
import { givenPoster } from "../../testing/posters.ts";

const event = {
  title: "첫눈 콘서트",
  description: "겨울밤의 한 시간",
  venue: "서울",
  status: "PUBLISHED",
} as const;
const alt = "눈 내리는 무대";
const aSeller = async () => (await clients(1, "SELLER"))[0] as Client;
const shownBy = async (eventId: `event_${string}`) =>
  (await getEvent(createContext(), { eventId })).poster?.id;
const rowOf = async (id: `poster_${string}`) =>
  (await db.select().from(posters).where(eq(posters.id, id)))[0];

describe("an event", () => {
  it("shows the poster that it was made with, wherever it is read", async () => {
    const seller = await aSeller();
    const posterId = await givenPoster(seller);
    const { id: eventId, poster } = await createEvent(seller.ctx(), { ...event, poster: { posterId, alt } });
    expect(poster).toMatchObject({ id: posterId, alt, width: 400, height: 400 });
    expect(await getEvent(createContext(), { eventId })).toMatchObject({ poster });
    expect(await getManagedEvent(seller.ctx(), { eventId })).toMatchObject({ poster });
    expect(await listEvents(createContext(), {})).toContainEqual(
      expect.objectContaining({ id: eventId, poster }),
    );
  });

  it("has no poster unless it is given one", async () => {
    const { poster } = await createEvent((await aSeller()).ctx(), event);
    expect(poster).toBeNull();
  });

  it("shows another one, the same with other words, and none; what it no longer shows can be taken back", async () => {
    const seller = await aSeller();
    const [first, second] = [await givenPoster(seller), await givenPoster(seller)];
    const { id: eventId } = await createEvent(seller.ctx(), { ...event, poster: { posterId: first, alt } });
    const change = (poster: { posterId: typeof first; alt: string } | null) =>
      updateEvent(seller.ctx(), { eventId, poster });
    await change({ posterId: second, alt });
    expect(await rowOf(first)).toMatchObject({ eventId: null, unusedSince: expect.any(Date) });
    expect((await change({ posterId: second, alt: "피아노" })).poster).toMatchObject({
      id: second,
      alt: "피아노",
    });
    expect((await change({ posterId: first, alt })).poster?.id).toBe(first);
    expect((await change(null)).poster).toBeNull();
    expect(await shownBy(eventId)).toBeUndefined();
  });

  it("keeps its poster when something else of it changes", async () => {
    const seller = await aSeller();
    const posterId = await givenPoster(seller);
    const { id: eventId } = await createEvent(seller.ctx(), { ...event, poster: { posterId, alt } });
    await updateEvent(seller.ctx(), { eventId, title: "첫눈" });
    expect(await shownBy(eventId)).toBe(posterId);
  });
});

describe("a poster is not shown", () => {
  const gone = { reason: "poster_gone" };

  it("where someone else uploaded it, an operator included", async () => {
    const [seller, other, [admin]] = [await aSeller(), await aSeller(), await clients(1, "ADMIN")];
    const foreign = { posterId: await givenPoster(other), alt };
    await expect(createEvent(seller.ctx(), { ...event, poster: foreign })).rejects.toMatchObject(gone);
    await expect(createEvent((admin as Client).ctx(), { ...event, poster: foreign })).rejects.toMatchObject(
      gone,
    );
    expect(await rowOf(foreign.posterId)).toMatchObject({ eventId: null, alt: "" });
  });

  it("by two events", async () => {
    const seller = await aSeller();
    const poster = { posterId: await givenPoster(seller), alt };
    const { id: eventId } = await createEvent(seller.ctx(), { ...event, poster });
    await expect(createEvent(seller.ctx(), { ...event, poster })).rejects.toMatchObject(gone);
    expect(await shownBy(eventId)).toBe(poster.posterId);
  });

  it("a day after it was uploaded; the event keeps the one that it has", async () => {
    const seller = await aSeller();
    const [old, late] = [await givenPoster(seller), await givenPoster(seller)];
    const { id: eventId } = await createEvent(seller.ctx(), { ...event, poster: { posterId: old, alt } });
    await clock.move(24 * 3600);
    await expect(
      updateEvent(seller.ctx(), { eventId, poster: { posterId: late, alt } }),
    ).rejects.toMatchObject(gone);
    expect(await shownBy(eventId)).toBe(old);
  });

  it("on an event of another seller", async () => {
    const [seller, other] = [await aSeller(), await aSeller()];
    const { id: eventId } = await createEvent(seller.ctx(), event);
    const poster = { posterId: await givenPoster(other), alt };
    await expect(updateEvent(other.ctx(), { eventId, poster })).rejects.toMatchObject({
      reason: "not_found",
    });
    expect(await shownBy(eventId)).toBeUndefined();
  });

  it("without words for people who do not see it", async () => {
    const seller = await aSeller();
    const poster = { posterId: await givenPoster(seller), alt: " " };
    await expect(createEvent(seller.ctx(), { ...event, poster })).rejects.toMatchObject({
      ...{ reason: "invalid_argument", params: { path: "poster.alt" } },
    });
  });
});
