import { eq } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { users } from "#db/schema/auth.ts";
import { integrationSessions, marketplaceAccounts } from "#db/schema/integration.ts";
import { orders } from "#db/schema/orders.ts";
import { transmissions } from "#db/schema/transmissions.ts";
import { logIn } from "../../auth/commands/log-in.ts";
import { moveLoginSession } from "../../auth/commands/move-login-session.ts";
import { loginSessionsOfUser } from "../../auth/queries.ts";
import { cancelOrder } from "../../checkout/commands/cancel-order.ts";
import { signUp } from "../../credentials/commands/sign-up.ts";
import { moveSession } from "../../integration/commands/move-session.ts";
import { startSession } from "../../integration/commands/start-session.ts";
import { sendNotifications } from "../../notifications/commands/send-notifications.ts";
import { Told } from "../../notifications/contract.ts";
import { createContext, systemContext } from "../../platform/operation/context.ts";
import { subscribePush } from "../../push/commands/subscribe-push.ts";
import { aLogin, anAccount, type Login, nextRequest, PASSWORD, reasonOf } from "../../testing/accounts.ts";
import { clock } from "../../testing/clock.ts";
import { given, newKey, newVendorId, type Person } from "../../testing/given.ts";
import { expectEquationsHold } from "../../testing/invariants.ts";
import { subscribedBrowser } from "../../testing/push-service.ts";
import { keysWith, tablesWith } from "../../testing/traces.ts";
import { attemptsOf, deliver, receiver } from "../../testing/transmissions.ts";
import { checkErased } from "../jobs/check-erased.ts";
import { myErasure } from "../queries.ts";
import { eraseAccount } from "./erase-account.ts";

const personOf = ({ actor }: Login): Person => ({
  userId: actor.userId,
  ctx: (idempotencyKey) => createContext({ actor, idempotencyKey }),
});
let phones = 0;
const aPerson = async () => {
  phones += 1;
  const [ip, userAgent] = [`203.0.113.${phones}`, `phone ${phones} of mine`];
  const login = await aLogin(await anAccount(), { ip, userAgent });
  return { login, person: personOf(login), email: login.account.email, ip, userAgent };
};
const erase = (login: Login, password = PASSWORD) => reasonOf(eraseAccount(login.ctx(), { password }));
const obstaclesOf = async (login: Login) => (await myErasure(login.ctx(), {})).obstacles;

/** Tells of what was bought, as the job does. */
async function notify(orderId: string): Promise<void> {
  const rows = await db.select().from(transmissions).where(eq(transmissions.aggregateId, orderId));
  for (const { id: eventId, type, payload, destination } of rows)
    if (destination === "events")
      await sendNotifications(systemContext("test"), {
        eventId,
        event: Told.parse({ name: type, data: JSON.parse(payload) }),
      });
}

let admin: Login;
beforeAll(async () => {
  admin = await aLogin(await anAccount("ADMIN"));
});

it("leaves no trace of a name or an address, and what was bought stays in the books", async () => {
  const { login, person, email, ip, userAgent } = await aPerson();
  const { id: sessionId } = await given.saleOpen({ stock: 4 });
  const { orderId } = await given.paidOrder(person, sessionId, 2);
  await notify(orderId);
  const { subscription } = subscribedBrowser("https://fcm.googleapis.com");
  await subscribePush(createContext({ actor: login.actor, userAgent }), subscription);
  const mailer = receiver(({ body }) => ({ outcome: "status", status: 550, response: body }));
  await deliver(mailer.gateway, "email");
  expect(mailer.got.length).toBeGreaterThan(0);
  await reasonOf(logIn(createContext(), { email, password: "Wrong1234" }));
  expect(await tablesWith(email)).toEqual(
    expect.arrayContaining(["mail_budgets", "transmission_attempts", "transmissions", "users"]),
  );
  expect(await keysWith(userAgent)).not.toEqual([]);
  expect(await tablesWith(userAgent)).toContain("push_subscriptions");
  await clock.move(5 * 86_400);

  expect(await erase(login)).toEqual({});
  expect(await tablesWith(userAgent)).not.toContain("push_subscriptions");
  expect(await tablesWith(email)).toEqual([]);
  expect(await keysWith(email)).toEqual([]);
  // The limit by network counts for a minute, for all who log in from there.
  expect((await keysWith(ip)).filter((key) => !key.startsWith("limit:login:"))).toEqual([]);
  expect(await keysWith(userAgent)).toEqual([]);
  const [account] = await db.select().from(users).where(eq(users.id, person.userId));
  expect(account).toMatchObject({ state: "ERASED", role: "USER", email: /@erased\.invalid$/ });
  const [order] = await db.select().from(orders).where(eq(orders.id, orderId));
  expect(order).toMatchObject({ userId: person.userId, state: "confirmed", quantity: 2 });
  const mails = await db.select().from(transmissions).where(eq(transmissions.aggregateId, person.userId));
  expect(mails.map(({ state }) => state)).toEqual(mails.map(() => "RESOLVED"));
  expect((await Promise.all(mails.map(({ id }) => attemptsOf(id)))).flat().length).toBeGreaterThan(0);
  mailer.got.length = 0;
  await deliver(mailer.gateway, "email");
  expect(mailer.got.filter(({ aggregateId }) => aggregateId === person.userId)).toEqual([]);
  await expectEquationsHold();
});

it("ends every login at once, and the address may sign up as someone new", async () => {
  const { login, email } = await aPerson();
  const other = await aLogin(login.account);
  expect(await erase(login)).toEqual({});
  expect(await nextRequest(login.grant)).toBe("login_session_ended");
  expect(await nextRequest(other.grant)).toBe("login_session_ended");
  expect(await reasonOf(logIn(createContext(), { email, password: PASSWORD }))).toBe("wrong_credentials");
  expect(await erase(login)).toBe("unauthorized");
  const again = await signUp(createContext(), { email, password: PASSWORD });
  expect(again.id).not.toBe(login.account.id);
});

it("asks for the password again, and counts what is guessed", async () => {
  const { login } = await aPerson();
  expect(await erase(login, "Wrong1234")).toBe("wrong_password");
  const guesses: unknown[] = [];
  for (let guess = 0; guess < 6; guess++) guesses.push(await erase(login, "Wrong1234"));
  expect(guesses).toContain("rate_limited");
  expect(await nextRequest(login.grant)).toBe("USER");
});

it("waits until holds, orders, tickets and refunds have ended, and says which", async () => {
  const { login, person } = await aPerson();
  const { id: sessionId } = await given.saleOpen({ stock: 9, startsInHours: 100 });
  await given.hold(person, sessionId);
  expect(await obstaclesOf(login)).toEqual(["erasure_hold"]);
  expect(await erase(login)).toBe("erasure_hold");
  await clock.move(121);
  expect(await obstaclesOf(login)).toEqual([]);

  const { id: second } = await given.saleOpen({ stock: 9, startsInHours: 100 });
  const { pgPaymentId, orderId } = await given.checkout(person, second);
  expect(await obstaclesOf(login)).toEqual(["erasure_hold", "erasure_order"]);
  await given.callback(pgPaymentId, "SUCCESS");
  expect(await obstaclesOf(login)).toEqual(["erasure_ticket"]);
  expect(await erase(login)).toBe("erasure_ticket");
  await cancelOrder(person.ctx(newKey()), { id: orderId });
  expect(await obstaclesOf(login)).toEqual(["erasure_refund"]);
  expect(await erase(login)).toBe("erasure_refund");
  expect(await nextRequest(login.grant)).toBe("USER");
});

it("lets a hold that begins meanwhile be an obstacle, or come too late", async () => {
  const { login, person } = await aPerson();
  const { id: sessionId } = await given.saleOpen({ stock: 9 });
  const [erased, held] = await Promise.allSettled([
    eraseAccount(login.ctx(), { password: PASSWORD }),
    given.hold(person, sessionId),
  ]);
  if (erased.status === "rejected") expect(erased.reason).toMatchObject({ reason: "erasure_hold" });
  else expect(held.status === "rejected" || (await tablesWith(login.account.email)).length === 0).toBe(true);
});

it("keeps organizers until their events are over, and then erases what they entered", async () => {
  const login = await aLogin(await anAccount("SELLER"));
  const seller = personOf(login);
  await db.insert(marketplaceAccounts).values({
    ...{ id: "marketplace_account_of_the_test", userId: seller.userId, vendorId: newVendorId() },
    companyName: "김씨네 공연",
  });
  const { id } = await given.saleOpen({ by: seller, startsInHours: 1 });
  expect(id).toBeDefined();
  expect(await erase(login)).toBe("erasure_events");
  await clock.move(2 * 86_400);
  const session = await startSession(login.ctx(), { vendorId: newVendorId() });
  await db
    .update(integrationSessions)
    .set({ companyName: "김씨네 공연" })
    .where(eq(integrationSessions.id, session.id));
  expect(await obstaclesOf(login)).toEqual(["erasure_connection"]);
  await moveSession(login.ctx(), { id: session.id, status: "CANCELLED" });
  expect(await tablesWith("김씨네")).toEqual(["integration_sessions", "marketplace_accounts"]);
  expect(await erase(login)).toEqual({});
  expect(await tablesWith("김씨네")).toEqual([]);
});

it("keeps the shop's last administrator", async () => {
  for (const { id } of await db.select().from(users).where(eq(users.role, "ADMIN")))
    if (id !== admin.account.id) await db.update(users).set({ role: "USER" }).where(eq(users.id, id));
  expect(await erase(admin)).toBe("last_admin");
  expect(await nextRequest(admin.grant)).toBe("ADMIN");
});

it("finds a mail that was written while its reader was erased", async () => {
  const { login, person, email } = await aPerson();
  expect(await erase(login)).toEqual({});
  await db.insert(transmissions).values({
    ...{ id: "transmission_of_the_test", destination: "email", type: "Email", aggregateId: person.userId },
    ...{ payload: JSON.stringify({ to: email, subject: "s", text: "t" }), traceId: "0" },
  });
  expect(await checkErased(systemContext("retention.purge"))).toBe(1);
  expect(await tablesWith(email)).toEqual([]);
  expect(await checkErased(systemContext("retention.purge"))).toBe(0);
});

it("shows an administrator no device of someone who is gone", async () => {
  const { login } = await aPerson();
  expect(await erase(login)).toEqual({});
  const observer = await aLogin(await anAccount("ADMIN"));
  const { loginSessions } = await loginSessionsOfUser(observer.ctx(), {
    userId: login.actor.userId,
  });
  expect(loginSessions).toMatchObject([{ ip: null, userAgent: null, status: "REVOKED" }]);
  const { loginSessionId } = login.actor;
  expect(await reasonOf(moveLoginSession(observer.ctx(), { loginSessionId, to: "ACTIVE" }))).toBe(
    "illegal_transition",
  );
});
