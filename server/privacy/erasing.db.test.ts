import { eq, sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "#db/client.ts";
import { users } from "#db/schema/auth.ts";
import { integrationMessages, integrationSessions, marketplaceAccounts } from "#db/schema/integration.ts";
import { mailBudgets } from "#db/schema/mail.ts";
import { departmentMembers, notifications } from "#db/schema/notifications.ts";
import { erasePerson } from "../auth/steps/erase-person.ts";
import { lockAccount } from "../auth/steps/lock-account.ts";
import { eraseTexts } from "../integration/jobs/erase-texts.ts";
import { eraseDetails } from "../integration/steps/erase-details.ts";
import { forgetMailboxes } from "../mail/jobs/forget-mailboxes.ts";
import { forgetMailbox } from "../mail/steps/forget-mailbox.ts";
import { mailPeople } from "../mail/steps/mail-people.ts";
import { deleteOld } from "../notifications/jobs/delete-old.ts";
import { deleteNotifications } from "../notifications/steps/delete-notifications.ts";
import { inTransaction } from "../platform/database/transaction.ts";
import { systemContext } from "../platform/operation/context.ts";
import { newId } from "../platform/values/ids.ts";
import { clock } from "../testing/clock.ts";
import { given, newKey, newVendorId } from "../testing/given.ts";
import { attemptsOf, deliver, receiver, transmissionsOf } from "../testing/transmissions.ts";
import { until } from "../testing/until.ts";
import { eraseMails } from "../transmissions/steps/erase-mails.ts";

const ctx = systemContext("test");
const DAY = 86_400;

const mail = (userId: `user_${string}`, to: string) =>
  inTransaction(ctx, (tx) => mailPeople(tx, "order.confirmed", [{ userId, to, subject: "s", text: "t" }]));

const waitingForLocks = () =>
  db.execute(sql`
    select pid from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock' and query ilike '%insert into "holds"%'`);

const notice = (userId: `user_${string}`) =>
  db.insert(notifications).values({
    ...{ id: newId("notification"), eventId: newKey(), recipient: "customer", userId },
    ...{ kind: "order.confirmed", params: {} },
  });

it("erases the mails of one person, sent and unsent, and no other's", async () => {
  const [gone, stays] = await given.two();
  await mail(gone.userId, "gone@test.example");
  await mail(stays.userId, "stays@test.example");
  const mailer = receiver(({ body }) => ({ outcome: "sent", status: 250, response: body }));
  await deliver(mailer.gateway, "email");
  await mail(gone.userId, "gone@test.example");
  expect(await inTransaction(ctx, (tx) => eraseMails(tx, [gone.userId]))).toBe(2);
  const [sent, unsent] = await transmissionsOf(gone.userId);
  expect(sent).toMatchObject({ state: "SENT", payload: "" });
  expect(await attemptsOf(sent?.id ?? "transmission_none")).toMatchObject([
    { outcome: "sent", response: null },
  ]);
  expect(unsent).toMatchObject({ state: "RESOLVED", payload: "", note: "person_erased" });
  const [other] = await transmissionsOf(stays.userId);
  expect(other?.payload).toContain("stays@test.example");
  expect(await inTransaction(ctx, (tx) => eraseMails(tx, []))).toBe(0);
});

it("writes no mail to an erased account, and forgets its mailbox", async () => {
  const { userId } = await given.person();
  await mail(userId, "kim+tickets@test.example");
  await inTransaction(ctx, (tx) => forgetMailbox(tx, "Kim+Tickets@test.example"));
  expect(await db.$count(mailBudgets, eq(mailBudgets.address, "kim@test.example"))).toBe(0);
  await mail(userId, "erased-1@erased.invalid");
  expect(await transmissionsOf(userId)).toHaveLength(1);
  await mail(userId, "lee@test.example");
  await clock.move(DAY - 60);
  await forgetMailboxes(ctx);
  expect(await db.$count(mailBudgets, eq(mailBudgets.address, "lee@test.example"))).toBe(1);
  await clock.move(120);
  await forgetMailboxes(ctx);
  expect(await db.$count(mailBudgets, eq(mailBudgets.address, "lee@test.example"))).toBe(0);
});

it("deletes what one person was told, and after a year what anyone was", async () => {
  const [gone, stays] = await given.two();
  await notice(gone.userId);
  await notice(stays.userId);
  await db.insert(departmentMembers).values({ department: "alert", userId: gone.userId });
  await inTransaction(ctx, (tx) => deleteNotifications(tx, gone.userId));
  const left = () => db.$count(notifications, eq(notifications.userId, stays.userId));
  expect(await db.$count(notifications, eq(notifications.userId, gone.userId))).toBe(0);
  expect(await db.$count(departmentMembers, eq(departmentMembers.userId, gone.userId))).toBe(0);
  await clock.move(364 * DAY);
  await deleteOld(ctx);
  expect(await left()).toBe(1);
  await clock.move(2 * DAY);
  expect(await deleteOld(ctx)).toBeGreaterThan(0);
  expect(await left()).toBe(0);
});

it("erases what a seller entered and what came for them, and old texts of everyone", async () => {
  const seller = await given.person("SELLER");
  const id = newId("integration_session");
  const vendorId = newVendorId();
  await db.insert(integrationSessions).values({
    ...{ id, userId: seller.userId, vendorId, companyName: "김씨네", businessNumber: "1234567891" },
  });
  const came = { channel: "sms" as const, recipient: "+8210", sender: "1577", outcome: "ignored" };
  const message = (messageId: string, integrationSessionId: typeof id | null) =>
    db.insert(integrationMessages).values({
      ...{ ...came, messageId, integrationSessionId, textMasked: "김씨네 ••••••", receivedAt: new Date() },
    });
  await message("theirs", id);
  await message("of no one", null);
  const textOf = async (messageId: string) => {
    const [row] = await db
      .select()
      .from(integrationMessages)
      .where(eq(integrationMessages.messageId, messageId));
    return row?.textMasked;
  };
  await inTransaction(ctx, (tx) => eraseDetails(tx, seller.userId));
  expect(await db.select().from(integrationSessions).where(eq(integrationSessions.id, id))).toMatchObject([
    { vendorId, companyName: null, businessNumber: null },
  ]);
  expect(await db.$count(marketplaceAccounts, eq(marketplaceAccounts.userId, seller.userId))).toBe(0);
  expect([await textOf("theirs"), await textOf("of no one")]).toEqual(["", "김씨네 ••••••"]);
  await clock.move(91 * DAY);
  expect(await eraseTexts(ctx)).toBe(1);
  expect(await textOf("of no one")).toBe("");
});

it("holds up a hold of the person until the account is erased or not", async () => {
  const person = await given.person();
  const { id: sessionId } = await given.saleOpen({ stock: 3 });
  const queueToken = await given.admitted(person, sessionId);
  expect(queueToken).toBeTruthy();
  let held: Promise<unknown> = Promise.resolve();
  let isHeld = false;
  await inTransaction(ctx, async (tx) => {
    expect(await lockAccount(tx, person.userId, "USER")).toMatchObject({ id: person.userId });
    held = given.hold(person, sessionId).then(() => {
      isHeld = true;
    });
    await until(async () => (await waitingForLocks()).length > 0);
    expect(isHeld).toBe(false);
  });
  await held;
  expect(isHeld).toBe(true);
  expect(await inTransaction(ctx, (tx) => lockAccount(tx, newId("user"), "USER"))).toBeUndefined();
});

it("makes an account a pseudonym", async () => {
  const { userId: id } = await given.person("SELLER");
  const person = { id, email: `${id}@test.example`, role: "SELLER" };
  await inTransaction(ctx, (tx) => erasePerson(tx, person));
  const [row] = await db.select().from(users).where(eq(users.id, id));
  expect(row).toMatchObject({ state: "ERASED", role: "USER", erasedAt: expect.any(Date) });
  expect(row?.email).toMatch(/^erased-[0-9a-f]{16}@erased\.invalid$/);
});
