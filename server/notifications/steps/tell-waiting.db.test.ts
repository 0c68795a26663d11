import { and, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "#db/client.ts";
import { notifications } from "#db/schema/notifications.ts";
import { transmissions } from "#db/schema/transmissions.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { createContext } from "../../platform/operation/context.ts";
import { subscribePush } from "../../push/commands/subscribe-push.ts";
import { given, newKey, type Person } from "../../testing/given.ts";
import { subscribedBrowser } from "../../testing/push-service.ts";
import { givenOffer } from "../../testing/waitlist.ts";
import { declineOffer } from "../../waitlist/commands/decline-offer.ts";
import { tellWaiting } from "./tell-waiting.ts";

const tell = (eventId: string, data: Parameters<typeof tellWaiting>[2]["data"]) =>
  inTransaction(createContext(), (tx) => tellWaiting(tx, eventId, { name: "waitlist.updated", data }));
const mailsTo = async ({ userId }: Person) => {
  const rows = await db
    .select()
    .from(transmissions)
    .where(and(eq(transmissions.aggregateId, userId), eq(transmissions.destination, "email")));
  return rows.map(({ payload }) => JSON.parse(payload).subject);
};

async function givenUpdate(person: Person) {
  const { sale, entry } = await givenOffer(person);
  const base = { entryId: entry.id, userId: person.userId, sessionId: sale.id, quantity: 1 };
  const offerEndsAt = new Date().toISOString();
  return { ...base, newStatus: "OFFERED", reason: null, offerEndsAt };
}

it("tells of an offer once, in the app and by e-mail, however often the event comes", async () => {
  const person = await given.person();
  const update = await givenUpdate(person);
  const eventId = newKey();
  expect(await tell(eventId, update)).toBe(1);
  expect(await tell(eventId, update)).toBe(0);
  const told = await db.select().from(notifications).where(eq(notifications.userId, person.userId));
  expect(told.map(({ kind }) => kind)).toContain("waitlist.OFFERED");
  expect(await mailsTo(person)).toEqual(["[선착] 첫눈 콘서트: 기다리시던 티켓이 나왔어요"]);
});

it("pushes an offer once, to the browsers of its person alone", async () => {
  const [person, other] = [await given.person(), await given.person()];
  const browsers = await Promise.all(
    [person, other].map((each) =>
      subscribePush(each.ctx(), subscribedBrowser("https://fcm.googleapis.com", "en").subscription),
    ),
  );
  const update = await givenUpdate(person);
  const eventId = newKey();
  for (let times = 0; times < 2; times++) await tell(eventId, update);
  await tell(newKey(), { ...update, newStatus: "LAPSED" });
  const pushed = await db.select().from(transmissions).where(eq(transmissions.destination, "push"));
  expect(pushed.map(({ aggregateId }) => aggregateId)).toEqual([browsers[0]?.id]);
  expect(JSON.parse(pushed[0]?.payload ?? "")).toMatchObject({
    title: "The tickets you were waiting for are here",
    path: "/me/waitlist",
    expiresAt: update.offerEndsAt,
  });
});

it("mails no offer that is over, and tells no one of an erased account", async () => {
  const person = await given.person();
  const update = await givenUpdate(person);
  await declineOffer(person.ctx(), { entryId: update.entryId });
  expect(await tell(newKey(), update)).toBe(1);
  expect(await tell(newKey(), { ...update, newStatus: "ENDED", reason: "account_erased" })).toBe(0);
  expect(await mailsTo(person)).toEqual([]);
});
