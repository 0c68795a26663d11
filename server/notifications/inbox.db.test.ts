import { expect, it } from "vitest";
import { inTransaction } from "../platform/database/transaction.ts";
import { createContext } from "../platform/operation/context.ts";
import { newId } from "../platform/values/ids.ts";
import { clock } from "../testing/clock.ts";
import { given, type Person } from "../testing/given.ts";
import { tell, told } from "../testing/notifications.ts";
import { readNotification } from "./commands/read-notification.ts";
import { readNotifications } from "./commands/read-notifications.ts";
import { UNREAD_MAX } from "./contract.ts";
import { myNotifications, unreadNotifications } from "./queries.ts";
import { insertNotifications } from "./store.ts";

const unread = async (person: Person) => (await unreadNotifications(person.ctx(), {})).unread;
const list = async (person: Person) => (await myNotifications(person.ctx(), {})).items;

/** A buyer who was told this often, of one order. */
async function givenTold(count: number): Promise<Person> {
  const buyer = await given.person();
  const orderId = newId("order");
  await inTransaction(createContext(), (tx) =>
    insertNotifications(
      tx,
      Array.from({ length: count }, () => ({
        ...{ id: newId("notification"), eventId: newId("transmission"), recipient: "customer" },
        ...{ userId: buyer.userId, kind: "order.confirmed", params: { orderId } },
      })),
    ),
  );
  return buyer;
}

/** Someone of the staff who has read everything so far. */
async function givenStaff(): Promise<Person> {
  const person = await given.person("ADMIN");
  await readNotifications(person.ctx(), {});
  return person;
}

it("counts what is unread, one by one and all, for the reader alone", async () => {
  const [buyer, other] = [await givenTold(3), await givenTold(1)];
  expect(await unread(buyer)).toBe(3);
  const [first] = await list(buyer);
  await readNotification(buyer.ctx(), { id: first?.id ?? newId("notification") });
  await readNotification(buyer.ctx(), { id: first?.id ?? newId("notification") });
  expect(await unread(buyer)).toBe(2);
  expect((await list(buyer)).map(({ read }) => read)).toEqual([true, false, false]);
  await readNotifications(buyer.ctx(), {});
  expect([await unread(buyer), await unread(other)]).toEqual([0, 1]);
});

it("shows no one what another was told, and lets no one mark it", async () => {
  const [buyer, other] = [await givenTold(1), await given.person()];
  const admin = await givenStaff();
  const [mine] = await list(buyer);
  for (const stranger of [other, admin]) {
    expect((await list(stranger)).filter(({ id }) => id === mine?.id)).toEqual([]);
    await expect(
      readNotification(stranger.ctx(), { id: mine?.id ?? newId("notification") }),
    ).rejects.toMatchObject({
      reason: "not_found",
    });
  }
  expect(await unread(buyer)).toBe(1);
  await expect(myNotifications(createContext(), {})).rejects.toMatchObject({ reason: "unauthorized" });
});

it("keeps a buyer from reading or marking what a department is told", async () => {
  const [admin, buyer] = [await givenStaff(), await given.person()];
  await tell(told.level("HIGH", "MID"));
  const [entry] = await list(admin);
  expect(entry).toMatchObject({ kind: "inventory.MID", read: false });
  await expect(
    readNotification(buyer.ctx(), { id: entry?.id ?? newId("notification") }),
  ).rejects.toMatchObject({
    reason: "not_found",
  });
  expect([await list(buyer), await unread(buyer), await unread(admin)]).toEqual([[], 0, 1]);
});

it("lists and counts an event once, though several departments are told, and each person reads for themselves", async () => {
  const [one, other] = [await givenStaff(), await givenStaff()];
  await tell(told.level("MID", "LOW"));
  for (const person of [one, other]) expect(await unread(person)).toBe(1);
  const [entry, ...older] = await list(one);
  expect(entry?.departments).toEqual(["admin", "alert", "procurement"]);
  expect(older.every(({ read }) => read)).toBe(true);
  await readNotification(one.ctx(), { id: entry?.id ?? newId("notification") });
  expect([await unread(one), await unread(other)]).toEqual([0, 1]);
  await readNotifications(other.ctx(), {});
  expect(await unread(other)).toBe(0);
});

it("still has unread what commits after everything was marked read", async () => {
  const person = await givenStaff();
  await inTransaction(createContext(), async (tx) => {
    const row = { kind: "inventory.LOW", params: {}, recipient: "procurement", userId: null };
    await insertNotifications(tx, [{ id: newId("notification"), eventId: newId("transmission"), ...row }]);
    await readNotifications(person.ctx(), {});
    expect(await unread(person)).toBe(0);
  });
  expect(await unread(person)).toBe(1);
  await readNotifications(person.ctx(), {});
  await clock.move(120);
  await readNotifications(person.ctx(), {});
  expect(await unread(person)).toBe(0);
});

it("tells a member of the staff who is also the customer once, as the customer", async () => {
  const admin = await givenStaff();
  const { id } = await given.saleOpen();
  const { orderId } = await given.checkout(admin, id);
  await tell(told.order("pending", "processing", orderId));
  expect(await unread(admin)).toBe(1);
  expect((await list(admin))[0]).toMatchObject({
    departments: [],
    title: "첫눈 콘서트",
    params: { orderId },
  });
});

it("is read page by page, each entry once, and stops counting at a hundred", async () => {
  const buyer = await givenTold(UNREAD_MAX + 5);
  expect(await unread(buyer)).toBe(UNREAD_MAX);
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await myNotifications(buyer.ctx(), { cursor, limit: 50 });
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(new Set(seen).size).toBe(UNREAD_MAX + 5);
  expect(seen).toHaveLength(UNREAD_MAX + 5);
  await expect(myNotifications(buyer.ctx(), { cursor: "nonsense" })).rejects.toMatchObject({
    reason: "invalid_argument",
  });
});
