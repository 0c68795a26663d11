import { globSync, readFileSync } from "node:fs";
import { and, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "#db/client.ts";
import { marketplaceAccounts } from "#db/schema/integration.ts";
import { mailBudgets } from "#db/schema/mail.ts";
import { transmissions } from "#db/schema/transmissions.ts";
import { updateEvent } from "#server/catalog/commands/update-event.ts";
import { saleOf } from "#server/catalog/queries.ts";
import { releaseAccount } from "#server/integration/commands/release-account.ts";
import { remindOfKeys } from "#server/integration/jobs/remind-of-keys.ts";
import { myAccounts } from "#server/integration/queries.ts";
import { sendNotifications } from "#server/notifications/commands/send-notifications.ts";
import { Told } from "#server/notifications/contract.ts";
import { myNotifications } from "#server/notifications/queries.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { systemContext } from "../../platform/operation/context.ts";
import { newId } from "../../platform/values/ids.ts";
import { clock } from "../../testing/clock.ts";
import { given, newKey, type Person } from "../../testing/given.ts";
import { type MailToPerson, mailPeople } from "./mail-people.ts";

const ctx = systemContext("notifications.send");
const HOUR_SECONDS = 3600;

const mailsTo = async (...people: Person[]) => {
  const rows = await Promise.all(
    people.map(({ userId }) =>
      db.$count(
        transmissions,
        and(eq(transmissions.aggregateId, userId), eq(transmissions.destination, "email")),
      ),
    ),
  );
  return rows.reduce((all, count) => all + count, 0);
};

const mail = (userId: Person["userId"], to: string): MailToPerson => ({
  ...{ userId, to, subject: "제목", text: "글" },
});
const send = (kind: string, ...mails: MailToPerson[]) =>
  inTransaction(ctx, (tx) => mailPeople(tx, kind, mails));

/** Someone whose mailbox had so many mails within the hour. */
async function givenMailed(sent: number, role: "USER" | "SELLER" = "USER"): Promise<Person> {
  const person = await given.person(role);
  await db.insert(mailBudgets).values({ address: `${person.userId}@test.example`, sent });
  return person;
}

/** What is told of an order that a buyer has, as it leaves the outbox. */
async function tell(orderId: string) {
  const rows = await db
    .select()
    .from(transmissions)
    .where(and(eq(transmissions.aggregateId, orderId), eq(transmissions.destination, "events")))
    .orderBy(transmissions.seq);
  for (const { id, type, payload } of rows)
    await sendNotifications(ctx, {
      eventId: id,
      event: Told.parse({ name: type, data: JSON.parse(payload) }),
    });
}

it("lets twenty an hour into one mailbox, however many are written at once, and the next after it", async () => {
  const person = await given.person();
  const to = `${newKey()}@test.example`;
  await send("payment.completed", ...Array.from({ length: 15 }, () => mail(person.userId, to)));
  await Promise.all(Array.from({ length: 15 }, () => send("payment.refunded", mail(person.userId, to))));
  expect(await mailsTo(person)).toBe(20);
  await clock.move(HOUR_SECONDS);
  await send("payment.completed", mail(person.userId, to));
  expect(await mailsTo(person)).toBe(21);
});

it("takes an address with other letters, or with something behind a plus, for the same mailbox", async () => {
  const person = await given.person();
  const name = newKey();
  for (let count = 0; count < 30; count++) {
    const tag = count % 2 ? `+shop${count}` : "";
    await send("payment.completed", mail(person.userId, `${name.toUpperCase()}${tag}@Test.Example`));
  }
  expect(await mailsTo(person)).toBe(20);
});

it("counts people of one mailbox together, where they are told in one go", async () => {
  const people = await given.people(30);
  const name = newKey();
  const mails = people.map(({ userId }, index) => mail(userId, `${name}+${index}@test.example`));
  await send("event.changed", ...mails);
  expect(await mailsTo(...people)).toBe(20);
});

it("lets no two writers wait for each other, in any order they name people", async () => {
  const people = await given.people(20);
  const mails = people.map(({ userId }) => mail(userId, `${userId}@test.example`));
  await Promise.all(
    Array.from({ length: 6 }, (_, index) =>
      send("event.changed", ...(index % 2 ? [...mails].reverse() : mails)),
    ),
  );
  expect(await mailsTo(...people)).toBe(120);
});

it("tells of five beginnings an hour, and still of what became of them", async () => {
  const buyer = await given.person();
  for (let count = 0; count < 8; count++) {
    const { id } = await given.saleOpen();
    const { orderId, pgPaymentId } = await given.checkout(buyer, id);
    await tell(orderId);
    if (count === 7) {
      expect(await mailsTo(buyer)).toBe(5);
      await given.callback(pgPaymentId, "SUCCESS");
      await tell(orderId);
    }
  }
  // The order that is confirmed, and its payment that is complete.
  expect(await mailsTo(buyer)).toBe(7);
});

it("keeps in the app what a full mailbox is not told of a purchase", async () => {
  const buyer = await givenMailed(20);
  const { id } = await given.saleOpen();
  const { orderId } = await given.paidOrder(buyer, id);
  await tell(orderId);
  expect(await mailsTo(buyer)).toBe(0);
  expect((await myNotifications(buyer.ctx(), {})).items).toHaveLength(3);
});

it("floods no mailbox by what a seller changes about an event", async () => {
  const [full, buyer] = [await givenMailed(20), await given.person()];
  const { id } = await given.saleOpen();
  for (const person of [full, buyer]) await given.paidOrder(person, id);
  const admin = (await given.person("ADMIN")).ctx();
  const { eventId } = await saleOf(admin, id);
  await updateEvent(admin, { eventId, venue: "부산" });
  await tell(eventId);
  expect([await mailsTo(full), await mailsTo(buyer)]).toEqual([0, 1]);
  expect((await myNotifications(full.ctx(), {})).items).toMatchObject([{ kind: "event.changed" }]);
});

it("floods no mailbox with reminders of keys, however often they are entered again", async () => {
  const [full, seller] = [await givenMailed(20, "SELLER"), await given.person("SELLER")];
  for (let count = 0; count < 25; count++) {
    for (const { userId } of [full, seller])
      await db
        .update(marketplaceAccounts)
        .set({ keysExpireAt: new Date(0), remindedDays: null })
        .where(eq(marketplaceAccounts.userId, userId));
    await remindOfKeys(systemContext("integration.expire"));
  }
  expect([await mailsTo(full), await mailsTo(seller)]).toEqual([0, 20]);
});

it("tells an owner of an account that an operator takes away, whatever came before", async () => {
  const seller = await givenMailed(20, "SELLER");
  const [account] = await myAccounts(seller.ctx(), {});
  const admin = await given.person("ADMIN");
  await releaseAccount(admin.ctx(), { id: account?.id ?? newId("marketplace_account"), reason: "moved" });
  expect(await mailsTo(seller)).toBe(1);
});

it("is the only way to a person's mailbox", () => {
  const writers = globSync("server/**/*.ts", { exclude: ["server/**/*.test.ts", "server/testing/**"] })
    .filter((file) => /destination: "email"/.test(readFileSync(file, "utf8")))
    .map((file) => file.replaceAll("\\", "/"))
    .sort();
  expect(writers).toEqual([
    "server/mail/steps/mail-people.ts",
    // To the addresses that the operator names for a department.
    "server/notifications/steps/mail-departments.ts",
  ]);
});
