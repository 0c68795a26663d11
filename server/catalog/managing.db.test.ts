import { and, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "#db/client.ts";
import { auditLog } from "#db/schema/platform.ts";
import { createApp } from "../http/app.ts";
import { createContext } from "../platform/operation/context.ts";
import { clients } from "../testing/clients.ts";
import { given, type Person } from "../testing/given.ts";
import { createEvent } from "./commands/create-event.ts";
import { updateEvent } from "./commands/update-event.ts";
import { updateEventSession } from "./commands/update-event-session.ts";
import type { EventSessionId } from "./contract.ts";
import { getManagedEvent, listManagedEvents } from "./queries.ts";
import { eventIdOf } from "./sales.store.ts";

const event = { title: "첫눈 콘서트", description: "겨울밤의 한 시간", venue: "서울" };
const managed = async (by: Person, id: EventSessionId) => {
  const { eventSessions } = await getManagedEvent(by.ctx(), { eventId: await eventIdOf(by.ctx(), id) });
  const found = eventSessions.find((each) => each.id === id);
  if (!found) throw new Error("the event session is not among those of its event");
  return found;
};

it("shows sellers their own events, of every status, and an admin those of all", async () => {
  const [seller, other, admin] = [
    await given.person("SELLER"),
    await given.person("SELLER"),
    await given.person("ADMIN"),
  ];
  const sale = await given.saleOpen({ by: seller, stock: 5 });
  await given.paidOrder(await given.person(), sale.id, 2);
  const { id: draft } = await createEvent(seller.ctx(), event);
  const { id: foreign } = await createEvent(other.ctx(), event);
  expect(await listManagedEvents(seller.ctx(), {})).toMatchObject([
    { id: draft, status: "DRAFT", saleStatus: null, eventSessionCount: 0, totalStock: 0 },
    { status: "PUBLISHED", saleStatus: "OPEN", eventSessionCount: 1, totalStock: 5, takenStock: 2 },
  ]);
  const all = (await listManagedEvents(admin.ctx(), {})).map(({ id }) => id);
  expect(all).toEqual(expect.arrayContaining([draft, foreign]));
});

it("finds words of a title or a place, signs of patterns and markup taken as they are", async () => {
  const seller = await given.person("SELLER");
  const title = "100% <img src=x onerror=alert(1)> 콘서트_";
  const { id } = await createEvent(seller.ctx(), { ...event, title });
  await createEvent(seller.ctx(), event);
  const found = async (search: string) =>
    (await listManagedEvents(seller.ctx(), { search })).map((each) => each.title);
  expect(await found("100%")).toEqual([title]);
  expect(await found("<IMG")).toEqual([title]);
  expect(await found("트_")).toEqual([title]);
  expect(await found(id)).toEqual([title]);
  expect(await found("서울")).toHaveLength(2);
  expect(await found("%%")).toEqual([]);
});

it("is listed a page at a time, by status", async () => {
  const seller = await given.person("SELLER");
  for (let number = 0; number < 5; number++) await createEvent(seller.ctx(), event);
  const list = async (page: object) =>
    (await listManagedEvents(seller.ctx(), { status: "DRAFT", ...page })).map(({ id }) => id);
  const whole = await list({});
  const first = await list({ limit: 2 });
  expect([...first, ...(await list({ limit: 3, after: first[1] }))]).toEqual(whole);
  expect(await list({ status: "ARCHIVED" })).toEqual([]);
});

it("gives away and lets change nothing of another's event, by any door", async () => {
  const [other] = await clients(1, "SELLER");
  if (!other) throw new Error("there is no client");
  const sale = await given.saleOpen({ by: await given.person("SELLER") });
  const eventId = await eventIdOf(createContext(), sale.id);
  const app = createApp();
  const call = async (method: string, path: string, body?: object) => {
    const { authorization } = other;
    const headers = { authorization, "content-type": "application/json" };
    const init = body ? { method, headers, body: JSON.stringify(body) } : { method, headers };
    return (await app.request(`/api${path}`, init)).status;
  };
  const at = "2040-05-01T19:30:00+09:00";
  const dates = { startsAt: at, salesOpenAt: "2040-01-01T00:00:00Z", salesCloseAt: at };
  expect(await call("GET", `/admin/events/${eventId}`)).toBe(404);
  expect(await call("PATCH", `/admin/events/${eventId}`, { status: "ARCHIVED" })).toBe(404);
  expect(await call("PATCH", `/admin/sessions/${sale.id}`, { status: "CLOSED" })).toBe(404);
  const added = { ...dates, price: 1000, totalStock: 5 };
  expect(await call("POST", `/admin/events/${eventId}/sessions`, added)).toBe(404);
  expect(await listManagedEvents(other.ctx(), { search: eventId })).toEqual([]);
  const buyer = await given.person();
  await expect(listManagedEvents(buyer.ctx(), {})).rejects.toMatchObject({ reason: "forbidden" });
  await expect(getManagedEvent(buyer.ctx(), { eventId })).rejects.toMatchObject({ reason: "forbidden" });
});

it("lets one of two operators act who close and reopen a sale that both have read, and tells the other", async () => {
  const { id } = await given.saleOpen();
  const [one, other] = [await given.person("ADMIN"), await given.person("ADMIN")];
  const { updatedAt: readUpdatedAt } = await managed(one, id);
  const acts = await Promise.allSettled([
    updateEventSession(one.ctx(), { id, status: "CLOSED", reason: "음향 점검", readUpdatedAt }),
    updateEventSession(other.ctx(), { id, status: "OPEN", reason: "점검 끝", readUpdatedAt }),
  ]);
  const refused = acts.filter((act) => act.status === "rejected").map(({ reason }) => reason.reason);
  expect(refused).toEqual(["changed_meanwhile"]);
  const rows = await db
    .select({ meta: auditLog.meta, actorId: auditLog.actorId })
    .from(auditLog)
    .where(and(eq(auditLog.action, "catalog.update-event-session"), eq(auditLog.target, id)));
  const { control } = await managed(one, id);
  expect(rows).toMatchObject([{ meta: { status: control } }]);
  expect(rows[0]?.actorId).toBe(control === "CLOSED" ? one.userId : other.userId);
});

it("keeps what another wrote about the event meanwhile, and stock that another has just added", async () => {
  const admin = await given.person("ADMIN");
  const { id } = await given.saleOpen({ stock: 5 });
  const eventId = await eventIdOf(createContext(), id);
  const read = await getManagedEvent(admin.ctx(), { eventId });
  const eventBefore = { eventId, readUpdatedAt: read.updatedAt };
  await updateEvent(admin.ctx(), { ...eventBefore, description: "새 소개" });
  await expect(updateEvent(admin.ctx(), { ...eventBefore, description: "옛 소개" })).rejects.toMatchObject({
    ...{ reason: "changed_meanwhile", status: 409 },
  });
  const before = { id, readUpdatedAt: (await managed(admin, id)).updatedAt };
  await updateEventSession(admin.ctx(), { ...before, addStock: 5 });
  await expect(updateEventSession(admin.ctx(), { ...before, addStock: 5 })).rejects.toMatchObject({
    reason: "changed_meanwhile",
  });
  expect(await managed(admin, id)).toMatchObject({ totalStock: 10 });
});

it("takes another maximum and other settings of the queue at once, one by one", async () => {
  const { id } = await given.saleOpen();
  const admin = await given.person("ADMIN");
  const { line } = await managed(admin, id);
  await updateEventSession(admin.ctx(), { id, maxPerUser: 2, line: { admitLimit: 7 } });
  expect(await managed(admin, id)).toMatchObject({ maxPerUser: 2, line: { ...line, admitLimit: 7 } });
  await expect(given.hold(await given.person(), id, 3)).rejects.toMatchObject({
    reason: "ticket_limit_exceeded",
  });
});

it("takes another price until the sale opens, and none after it", async () => {
  const admin = await given.person("ADMIN");
  const later = await given.saleOpen({ salesOpenInHours: 10 });
  const reprice = (id: EventSessionId, price: number) => updateEventSession(admin.ctx(), { id, price });
  expect(await reprice(later.id, 70_000)).toMatchObject({ price: 70_000 });
  const open = await given.saleOpen();
  await expect(reprice(open.id, 70_000)).rejects.toMatchObject({ reason: "price_fixed", status: 409 });
  expect(await reprice(open.id, open.price)).toMatchObject({ price: open.price });
});

it("keeps the price of a sale that was opened by hand and sold from, though it is to open later again", async () => {
  const [admin, buyer] = [await given.person("ADMIN"), await given.person()];
  const { id } = await given.saleOpen({ salesOpenInHours: 10 });
  await updateEventSession(admin.ctx(), { id, status: "OPEN" });
  await given.paidOrder(buyer, id);
  await updateEventSession(admin.ctx(), { id, status: "SCHEDULED" });
  await expect(updateEventSession(admin.ctx(), { id, price: 1 })).rejects.toMatchObject({
    reason: "price_fixed",
  });
});
