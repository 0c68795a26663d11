import { and, eq } from "drizzle-orm";
import { expect, it, vi } from "vitest";
import { db } from "#db/client.ts";
import { transmissions } from "#db/schema/transmissions.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { createContext } from "../../platform/operation/context.ts";
import { given, newKey, type Person } from "../../testing/given.ts";
import { addDepartmentMember } from "../commands/add-department-member.ts";
import { chooseNotifications } from "../commands/choose-notifications.ts";
import type { Department } from "../contract.ts";
import { mailDepartments } from "./mail-departments.ts";

// Hoisted above the imports, whose modules read the settings as they load.
vi.hoisted(() =>
  vi.stubEnv(
    "DEPARTMENT_MAIL",
    "finance=money@shop.test,marketing=money@shop.test,logistics=truck@shop.test",
  ),
);

async function givenMailed(...departments: Department[]): Promise<Person> {
  const person = await given.person("ADMIN");
  for (const department of departments) {
    await addDepartmentMember(person.ctx(), { department, userId: person.userId });
    await chooseNotifications(person.ctx(), { department, inApp: false, byEmail: true });
  }
  return person;
}
const news = (department: Department, eventId: string) => ({
  ...{ department, eventId, kind: "order.confirmed", params: {} },
});
const send = (...all: ReturnType<typeof news>[]) =>
  inTransaction(createContext(), (tx) =>
    mailDepartments(tx, all, (read) => ({ subject: "", text: read.map(({ eventId }) => eventId).join(" ") })),
  );
const textsTo = async (aggregateId: string) => {
  const rows = await db
    .select()
    .from(transmissions)
    .where(and(eq(transmissions.aggregateId, aggregateId), eq(transmissions.destination, "email")));
  return rows.map(({ payload }) => JSON.parse(payload).text);
};

it("writes one e-mail a reader, with what their departments were told, an event once", async () => {
  const [both, one, other] = [
    await givenMailed("admin", "inventory"),
    await givenMailed("inventory"),
    await givenMailed("procurement"),
  ];
  const [first, second] = [newKey(), newKey()];
  await send(news("admin", first), news("inventory", first), news("inventory", second));
  expect(await textsTo(both.userId)).toEqual([`${first} ${second}`]);
  expect(await textsTo(one.userId)).toEqual([`${first} ${second}`]);
  expect(await textsTo(other.userId)).toEqual([]);
});

it("writes one to an address that several departments have, and none where nothing was told", async () => {
  const eventId = newKey();
  await send(news("finance", eventId), news("marketing", eventId));
  expect(await textsTo("money@shop.test")).toEqual([eventId]);
  expect(await textsTo("truck@shop.test")).toEqual([]);
});
