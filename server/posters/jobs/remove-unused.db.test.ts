import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "#db/client.ts";
import { posters } from "#db/schema/posters.ts";
import { createEvent } from "../../catalog/commands/create-event.ts";
import { updateEvent } from "../../catalog/commands/update-event.ts";
import { env } from "../../platform/config/env.ts";
import { createContext } from "../../platform/operation/context.ts";
import { type Client, clients } from "../../testing/clients.ts";
import { clock } from "../../testing/clock.ts";
import { givenPoster } from "../../testing/posters.ts";
import { removeUnused } from "./remove-unused.ts";

const event = {
  title: "첫눈 콘서트",
  description: "겨울밤의 한 시간",
  venue: "서울",
  status: "PUBLISHED",
} as const;
const folderOf = (id: string) => `${env.DATA_DIR}/files/${id}`;

it("removes posters that no event has shown for a day, with their files, and no other", async () => {
  const [seller] = (await clients(1, "SELLER")) as [Client];
  const [shown, replaced, never] = [
    await givenPoster(seller),
    await givenPoster(seller),
    await givenPoster(seller),
  ];
  const alt = "눈 내리는 무대";
  const { id: eventId } = await createEvent(seller.ctx(), { ...event, poster: { posterId: replaced, alt } });
  await updateEvent(seller.ctx(), { eventId, poster: { posterId: shown, alt } });
  const ctx = createContext();
  await clock.move(24 * 3600);
  expect(await removeUnused(ctx)).toBe(0);
  expect([shown, replaced, never].map((id) => existsSync(folderOf(id)))).toEqual([true, true, true]);
  // One whose files are gone already, as after a run that broke off, is removed like the others.
  await rm(folderOf(never), { recursive: true });
  const late = await givenPoster(seller);
  await clock.move(2 * 3600);
  expect(await removeUnused(ctx)).toBe(2);
  expect([shown, replaced, late].map((id) => existsSync(folderOf(id)))).toEqual([true, false, true]);
  const left = await db.select({ id: posters.id }).from(posters).where(eq(posters.uploadedBy, seller.userId));
  expect(left.map(({ id }) => id).sort()).toEqual([shown, late].sort());
});
