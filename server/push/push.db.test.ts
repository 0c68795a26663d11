import { eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, it, vi } from "vitest";
import { db } from "#db/client.ts";
import { pushSubscriptions } from "#db/schema/push.ts";
import { transmissionAttempts, transmissions } from "#db/schema/transmissions.ts";
import { endLoginSession } from "../auth/commands/end-login-session.ts";
import { movePerson } from "../auth/commands/move-person.ts";
import { inTransaction } from "../platform/database/transaction.ts";
import { createContext } from "../platform/operation/context.ts";
import { newId } from "../platform/values/ids.ts";
import { reasonOf } from "../testing/accounts.ts";
import { loggedIn } from "../testing/clients.ts";
import { given, type Person } from "../testing/given.ts";
import { senderOf, subscribedBrowser } from "../testing/push-service.ts";
import { deliver } from "../testing/transmissions.ts";
import { removePushDevice } from "./commands/remove-push-device.ts";
import { subscribePush } from "./commands/subscribe-push.ts";
import { webPush } from "./gateways/web-push.ts";
import { forgetEnded } from "./jobs/forget-ended.ts";
import { myPushDevices } from "./queries.ts";
import { forgetPushOf } from "./steps/forget-push-of.ts";
import { pushToPeople } from "./steps/push-to-people.ts";
import { PUSH_DEVICES_MAX } from "./values.ts";

const service = await vi.hoisted(async () => {
  const started = await (await import("#server/testing/push-service.ts")).pushService();
  vi.stubEnv("PUSH_SERVICES", started.origin);
  return started;
});
afterAll(async () => {
  await service.stop();
  vi.unstubAllEnvs();
});
beforeEach(() => {
  service.answers(201);
  service.got.length = 0;
});

const aPerson = async () => loggedIn(await given.person());
const MESSAGE = {
  ko: { title: "기다리시던 티켓이 나왔어요", body: "첫눈 콘서트 1장" },
  en: { title: "The tickets you were waiting for are here", body: "First Snow, 1 ticket" },
  path: "/me/waitlist",
};
const inAnHour = () => new Date(Date.now() + 3_600_000);
/** Pushes to people, and delivers all that is due. */
async function push(people: readonly Person[], expiresAt = inAnHour()): Promise<void> {
  const userIds = people.map(({ userId }) => userId);
  await inTransaction(createContext(), (tx) => pushToPeople(tx, userIds, { ...MESSAGE, expiresAt }));
  await deliver(webPush, "push");
}
const rowsOf = ({ userId }: Person) =>
  db.select().from(pushSubscriptions).where(eq(pushSubscriptions.userId, userId));
const sentTo = async (subscriptionId: string) => {
  const rows = await db.select().from(transmissions).where(eq(transmissions.aggregateId, subscriptionId));
  return rows.map(({ state, note }) => (note ? `${state}: ${note}` : state));
};

it("reaches each browser of a person in its language, encrypted for it and signed by the shop", async () => {
  const person = await aPerson();
  const [phone, laptop] = [subscribedBrowser(service.origin, "ko"), subscribedBrowser(service.origin, "en")];
  const { id } = await subscribePush(person.ctx(), phone.subscription);
  await subscribePush(person.ctx(), laptop.subscription);
  await push([person]);
  expect(service.got).toHaveLength(2);
  const { publicKey } = await myPushDevices(person.ctx(), {});
  for (const [browser, words] of [[phone, MESSAGE.ko] as const, [laptop, MESSAGE.en] as const]) {
    const message = service.got.find(({ path }) => path === browser.path);
    expect(browser.read(message?.body as Buffer)).toMatchObject({ ...words, path: "/me/waitlist" });
    const { key, claims } = senderOf(String(message?.headers.authorization));
    expect([key, claims.aud]).toEqual([publicKey, service.origin]);
    expect(claims.sub).toMatch(/^mailto:/);
    const ttl = Number(message?.headers.ttl);
    expect(ttl).toBeGreaterThan(3000);
    expect(ttl).toBeLessThanOrEqual(3600);
  }
  expect(await sentTo(id)).toEqual(["SENT"]);
});

it.each([404, 410])("forgets a browser whose push service says %i, and alarms no one", async (status) => {
  const person = await aPerson();
  const { id } = await subscribePush(person.ctx(), subscribedBrowser(service.origin).subscription);
  service.answers(status);
  await push([person]);
  expect(await rowsOf(person)).toEqual([]);
  expect(await sentTo(id)).toEqual(["RESOLVED: the push service refused it"]);
  const [row] = await db.select().from(transmissions).where(eq(transmissions.aggregateId, id));
  const tries = await db
    .select()
    .from(transmissionAttempts)
    .where(eq(transmissionAttempts.transmissionId, row?.id as `transmission_${string}`));
  expect(tries).toMatchObject([{ outcome: "unwanted", status }]);
});

it("tries again where the push service is away", async () => {
  const person = await aPerson();
  const { id } = await subscribePush(person.ctx(), subscribedBrowser(service.origin).subscription);
  service.answers(503);
  await push([person]);
  expect(await sentTo(id)).toEqual(["FAILED"]);
  expect(await rowsOf(person)).toHaveLength(1);
});

it("sends nothing whose time is over", async () => {
  const person = await aPerson();
  const { id } = await subscribePush(person.ctx(), subscribedBrowser(service.origin).subscription);
  await push([person], new Date(Date.now() - 1000));
  expect(service.got).toEqual([]);
  expect(await sentTo(id)).toEqual(["RESOLVED: its time is over"]);
});

it("tells a browser nothing once its login session has ended, and forgets it", async () => {
  const person = await aPerson();
  const { id } = await subscribePush(person.ctx(), subscribedBrowser(service.origin).subscription);
  await endLoginSession(person.ctx(), { loginSessionId: person.loginSessionId });
  const again = await loggedIn(person);
  expect((await myPushDevices(again.ctx(), {})).devices).toEqual([]);
  await push([person]);
  expect(service.got).toEqual([]);
  expect(await sentTo(id)).toEqual(["RESOLVED: its login session or its key has ended"]);
  expect(await rowsOf(person)).toEqual([]);
});

it("cleans up after login sessions that ended, and leaves others", async () => {
  const [gone, there] = [await aPerson(), await aPerson()];
  for (const person of [gone, there])
    await subscribePush(person.ctx(), subscribedBrowser(service.origin).subscription);
  await endLoginSession(gone.ctx(), { loginSessionId: gone.loginSessionId });
  expect(await forgetEnded(createContext())).toBeGreaterThanOrEqual(1);
  expect([await rowsOf(gone), (await rowsOf(there)).length]).toEqual([[], 1]);
});

it("tells a suspended person nothing", async () => {
  const [person, admin] = [await aPerson(), await given.person("ADMIN")];
  await subscribePush(person.ctx(), subscribedBrowser(service.origin).subscription);
  await movePerson(admin.ctx(), { userId: person.userId, to: "SUSPENDED", reason: "test" });
  await push([person]);
  expect(service.got).toEqual([]);
});

it("gives a browser to another account only with its keys, and not what was written for the one before", async () => {
  const [before, next, thief] = [await aPerson(), await aPerson(), await aPerson()];
  const browser = subscribedBrowser(service.origin);
  const first = await subscribePush(before.ctx(), browser.subscription);
  const guessed = {
    ...subscribedBrowser(service.origin).subscription,
    endpoint: browser.subscription.endpoint,
  };
  expect(await reasonOf(subscribePush(thief.ctx(), guessed))).toBe("push_endpoint_taken");
  await inTransaction(createContext(), (tx) =>
    pushToPeople(tx, [before.userId], { ...MESSAGE, expiresAt: inAnHour() }),
  );
  await subscribePush(next.ctx(), browser.subscription);
  await deliver(webPush, "push");
  expect(service.got).toEqual([]);
  expect(await sentTo(first.id)).toEqual(["RESOLVED: the subscription is gone"]);
  expect([await rowsOf(before), (await rowsOf(next)).length]).toEqual([[], 1]);
});

it("keeps one row of a browser that subscribes again, also at once", async () => {
  const person = await aPerson();
  const { subscription } = subscribedBrowser(service.origin);
  await Promise.all([1, 2, 3].map(() => subscribePush(person.ctx(), subscription)));
  expect(await rowsOf(person)).toHaveLength(1);
});

it("bounds the browsers of an account, also of those that come at once", async () => {
  const person = await aPerson();
  const outcomes = await Promise.all(
    Array.from({ length: PUSH_DEVICES_MAX + 2 }, () =>
      reasonOf(subscribePush(person.ctx(), subscribedBrowser(service.origin).subscription)),
    ),
  );
  expect(outcomes.filter((outcome) => outcome === "push_devices_full")).toHaveLength(2);
  const { devices } = await myPushDevices(person.ctx(), {});
  expect(devices).toHaveLength(PUSH_DEVICES_MAX);
  expect(devices[0]).toMatchObject({ isCurrent: true, userAgent: "a browser of the tests" });
});

it.each([
  "https://push.example.com/1",
  "http://fcm.googleapis.com/fcm/send/1",
  "https://fcm.googleapis.com.example.com/1",
  "https://user:pw@fcm.googleapis.com/1",
  "https://fcm.googleapis.com:8443/1",
  "https://127.0.0.1/1",
])("sends to push services of browsers alone, and not to %s", async (endpoint) => {
  const person = await aPerson();
  const { subscription } = subscribedBrowser(service.origin);
  expect(await reasonOf(subscribePush(person.ctx(), { ...subscription, endpoint }))).toBe(
    "push_service_unknown",
  );
});

it("removes a browser of one's own, and no one else's", async () => {
  const [person, other] = [await aPerson(), await aPerson()];
  const { id } = await subscribePush(person.ctx(), subscribedBrowser(service.origin).subscription);
  expect(await reasonOf(removePushDevice(other.ctx(), { id }))).toBe("not_found");
  await removePushDevice(person.ctx(), { id });
  expect(await reasonOf(removePushDevice(person.ctx(), { id }))).toBe("not_found");
  expect(await reasonOf(removePushDevice(person.ctx(), { id: newId("push_subscription") }))).toBe(
    "not_found",
  );
});

it("forgets the browsers of a person who is erased", async () => {
  const person = await aPerson();
  const { id } = await subscribePush(person.ctx(), subscribedBrowser(service.origin).subscription);
  expect(await inTransaction(createContext(), (tx) => forgetPushOf(tx, person.userId))).toEqual([id]);
  expect(await rowsOf(person)).toEqual([]);
});
