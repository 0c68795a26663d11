import { and, eq, sql } from "drizzle-orm";
import { beforeEach, expect, it, vi } from "vitest";
import { db } from "#db/client.ts";
import { departmentMembers } from "#db/schema/notifications.ts";
import { transmissions } from "#db/schema/transmissions.ts";
import { movePerson } from "#server/auth/commands/move-person.ts";
import { systemContext } from "../platform/operation/context.ts";
import { newId } from "../platform/values/ids.ts";
import { given, type Person } from "../testing/given.ts";
import { tell, told } from "../testing/notifications.ts";
import { addDepartmentMember } from "./commands/add-department-member.ts";
import { chooseNotifications } from "./commands/choose-notifications.ts";
import { removeDepartmentMember } from "./commands/remove-department-member.ts";
import { Department, type Told } from "./contract.ts";
import { mailDepartmentNews } from "./jobs/mail-department-news.ts";
import { getDepartments, myDepartments, myNotifications, unreadNotifications } from "./queries.ts";

// Hoisted above the imports, whose modules read the settings as they load.
vi.hoisted(() => vi.stubEnv("DEPARTMENT_MAIL", "finance=money@shop.test,marketing=money@shop.test"));

const ctx = systemContext("notifications.mail");
/** An operator who gives people their departments, and belongs to none. */
const assign = async () => (await given.person("ADMIN")).ctx();

// The tests of a file share its database: what one told is mailed, and its members leave. Each department has one whom no
// test is about, since all of the staff read what a department without members is told.
beforeEach(async () => {
  await mailDepartmentNews(ctx);
  await db.delete(departmentMembers);
  await givenMember(...Department.options);
});

/** Someone of the staff in these departments. */
async function givenMember(...departments: Department[]): Promise<Person> {
  const person = await given.person("ADMIN");
  for (const department of departments)
    await addDepartmentMember(await assign(), { department, userId: person.userId });
  return person;
}
const wantsMail = (person: Person, department: Department) =>
  chooseNotifications(person.ctx(), { department, inApp: true, byEmail: true });
const kindsOf = async (person: Person) =>
  (await myNotifications(person.ctx(), {})).items.map(({ kind }) => kind);
const unread = async (person: Person) => (await unreadNotifications(person.ctx(), {})).unread;
const mailsTo = async (aggregateId: string) => {
  const rows = await db
    .select()
    .from(transmissions)
    .where(and(eq(transmissions.aggregateId, aggregateId), eq(transmissions.destination, "email")))
    .orderBy(transmissions.seq);
  return rows.map(({ payload }) => JSON.parse(payload) as { subject: string; text: string });
};

it.each<[Told, Department[]]>([
  [told.order("pending", "processing"), ["admin"]],
  [told.order("processing", "confirmed"), ["admin", "inventory"]],
  [told.order("confirmed", "shipped"), ["logistics"]],
  [told.order("shipped", "delivered"), ["fulfillment"]],
  [told.payment("completed"), ["finance"]],
  [told.payment("refunded"), ["finance"]],
  [told.refund("asked"), ["finance"]],
  [told.refund("refused"), ["admin", "finance"]],
  [told.level("HIGH", "MID"), ["admin", "procurement"]],
  [told.level("MID", "LOW"), ["admin", "procurement", "alert"]],
  [told.level("LOW", "SOLDOUT"), ["admin", "marketing", "alert"]],
])("every member is told once, and nobody of another department: %o", async (event, departments) => {
  const members = await Promise.all(
    Department.options.map(async (department) => ({ department, person: await givenMember(department) })),
  );
  const ofAll = await givenMember(...Department.options);
  for (const { department, person } of members) await wantsMail(person, department);
  const eventId = newId("transmission");
  await Promise.all([1, 2, 3].map(() => tell(event, eventId)));
  await Promise.all([mailDepartmentNews(ctx), mailDepartmentNews(ctx)]);
  for (const { department, person } of members) {
    const times = departments.includes(department) ? 1 : 0;
    expect([department, await unread(person), (await mailsTo(person.userId)).length]).toEqual([
      ...[department, times, times],
    ]);
  }
  expect(await unread(ofAll)).toBe(1);
  expect((await myNotifications(ofAll.ctx(), {})).items[0]?.departments).toEqual([...departments].sort());
});

it("mails a rush as one e-mail a reader, in which each event is once", async () => {
  const person = await givenMember("admin", "inventory");
  await wantsMail(person, "admin");
  await wantsMail(person, "inventory");
  for (let count = 0; count < 30; count++) await tell(told.order("processing", "confirmed"));
  await tell(told.level("HIGH", "MID"));
  expect(await mailDepartmentNews(ctx)).toBe(30 * 2 + 2);
  expect(await mailDepartmentNews(ctx)).toBe(0);
  const [mail, ...others] = await mailsTo(person.userId);
  expect(others).toEqual([]);
  expect(mail?.subject).toBe("[선착] 부서 알림 31건");
  expect(mail?.text).toContain("booking confirmed: 30");
  expect(mail?.text).toContain("less than half of the tickets left: 1");
});

it("mails the addresses of DEPARTMENT_MAIL too, each once", async () => {
  const before = (await mailsTo("money@shop.test")).length;
  await tell(told.payment("completed"));
  await tell(told.level("LOW", "SOLDOUT"));
  await mailDepartmentNews(ctx);
  const mails = (await mailsTo("money@shop.test")).slice(before);
  expect(mails.map(({ subject }) => subject)).toEqual(["[선착] 부서 알림 2건"]);
});

it("tells who leaves nothing more, and who joins nothing of before", async () => {
  const [leaving, staying] = [await givenMember("finance"), await givenMember("finance")];
  await wantsMail(leaving, "finance");
  await tell(told.payment("completed"));
  expect(await kindsOf(leaving)).toEqual(["payment.completed"]);
  await removeDepartmentMember(await assign(), { department: "finance", userId: leaving.userId });
  await tell(told.payment("refunded"));
  await mailDepartmentNews(ctx);
  expect([await kindsOf(leaving), await unread(leaving), await mailsTo(leaving.userId)]).toEqual([[], 0, []]);
  expect((await kindsOf(staying)).sort()).toEqual(["payment.completed", "payment.refunded"]);
  const joining = await givenMember("finance");
  expect((await kindsOf(joining)).filter((kind) => kind.startsWith("payment"))).toEqual([]);
});

it("tells each member the way they chose, and lets them choose for themselves alone", async () => {
  const [quiet, loud] = [await givenMember("logistics"), await givenMember("logistics")];
  const choice = { department: "logistics", inApp: false, byEmail: true } as const;
  await chooseNotifications(quiet.ctx(), choice);
  await tell(told.order("confirmed", "shipped"));
  await mailDepartmentNews(ctx);
  expect([await unread(quiet), (await mailsTo(quiet.userId)).length]).toEqual([0, 1]);
  expect([await unread(loud), (await mailsTo(loud.userId)).length]).toEqual([1, 0]);
  expect(await myDepartments(quiet.ctx(), {})).toEqual([choice]);
  const stranger = await given.person("ADMIN");
  await expect(chooseNotifications(stranger.ctx(), choice)).rejects.toMatchObject({ reason: "not_member" });
});

it("tells all of the staff where a department has nobody, or only people who may not be told", async () => {
  const [other, buyer] = [await given.person("ADMIN"), await given.person()];
  await db.delete(departmentMembers).where(eq(departmentMembers.department, "fulfillment"));
  const only = await givenMember("fulfillment");
  await tell(told.order("shipped", "delivered"));
  expect((await kindsOf(other)).includes("order.delivered")).toBe(false);
  await wantsMail(only, "fulfillment");
  await movePerson(await assign(), { userId: only.userId, to: "SUSPENDED", reason: "gone" });
  await mailDepartmentNews(ctx);
  expect(await mailsTo(only.userId)).toEqual([]);
  expect((await kindsOf(other))[0]).toBe("order.delivered");
  expect(await kindsOf(buyer)).toEqual([]);
});

it("is for operators: they alone assign, and are assigned", async () => {
  const [buyer, seller] = [await given.person(), await given.person("SELLER")];
  const membership = { department: "finance", userId: buyer.userId } as const;
  await expect(addDepartmentMember(await assign(), membership)).rejects.toMatchObject({
    reason: "not_staff",
  });
  for (const person of [buyer, seller]) {
    await expect(addDepartmentMember(person.ctx(), membership)).rejects.toMatchObject({
      reason: "forbidden",
    });
    await expect(removeDepartmentMember(person.ctx(), membership)).rejects.toMatchObject({
      reason: "forbidden",
    });
    await expect(getDepartments(person.ctx(), {})).rejects.toMatchObject({ reason: "forbidden" });
  }
  const member = await givenMember("finance");
  await givenMember("finance");
  await addDepartmentMember(await assign(), { department: "finance", userId: member.userId });
  const { departments, staff } = await getDepartments(await assign(), {});
  expect(departments.map(({ department }) => department)).toEqual(Department.options);
  expect(departments.find(({ department }) => department === "finance")?.members).toHaveLength(3);
  expect(staff.some(({ userId }) => userId === member.userId)).toBe(true);
  const written = await db.execute(sql`select from audit_log
    where action = 'notifications.add-department-member' and target = ${member.userId} and outcome = 'ok'`);
  expect(written).toHaveLength(2);
});
