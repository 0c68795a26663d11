import { afterEach, describe, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { events } from "#db/schema/catalog.ts";
import { createApp } from "#server/http/app.ts";
import { disconnectAccount } from "#server/integration/commands/disconnect-account.ts";
import { releaseAccount } from "#server/integration/commands/release-account.ts";
import { myAccounts } from "#server/integration/queries.ts";
import { createContext } from "../../platform/operation/context.ts";
import { clients } from "../../testing/clients.ts";
import { given, type Person } from "../../testing/given.ts";
import { expectEquationsHold } from "../../testing/invariants.ts";
import { createEvent } from "../commands/create-event.ts";
import { createEventSession } from "../commands/create-event-session.ts";
import { updateEvent } from "../commands/update-event.ts";
import { updateEventSession } from "../commands/update-event-session.ts";
import { getEventSession } from "../queries.ts";

const event = { title: "첫눈 콘서트", description: "겨울밤의 한 시간", venue: "서울" };
const eventSession = {
  ...{
    salesOpenAt: new Date(Date.now() - 3_600_000).toISOString(),
    salesCloseAt: "2040-05-01T19:30:00+09:00",
  },
  ...{ startsAt: "2040-05-01T19:30:00+09:00", price: 30_000, totalStock: 50 },
};
const needed = { reason: "account_needed", status: 403 };

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
const dates = { startsAt: inHours(100), salesCloseAt: inHours(50) };
const planned = { ...dates, salesOpenAt: inHours(10) };
const running = { ...dates, salesOpenAt: inHours(-1) };

/** An event session of a connected seller, with sales set by hand where a status is given. */
async function givenSale({ status, ...times }: typeof planned & { readonly status?: "OPEN" | "CLOSED" }) {
  const seller = await given.person("SELLER");
  const { id: eventId } = await createEvent(seller.ctx(), { ...event, status: "PUBLISHED" });
  const { id } = await createEventSession(seller.ctx(), { eventId, ...eventSession, ...times });
  if (status) await updateEventSession(seller.ctx(), { id, status });
  return { seller, id };
}

const leave = {
  disconnected: async (seller: Person) => {
    for (const { id } of await myAccounts(seller.ctx(), {})) await disconnectAccount(seller.ctx(), { id });
  },
  released: async (seller: Person) => {
    const admin = await given.person("ADMIN");
    for (const { id } of await myAccounts(seller.ctx(), {}))
      await releaseAccount(admin.ctx(), { id, reason: "another owner" });
  },
};

afterEach(expectEquationsHold);

describe.each(Object.entries(leave))("a seller whose account was %s", (_, leaves) => {
  it("brings nothing new on sale", async () => {
    const seller = await given.person("SELLER");
    const draft = await createEvent(seller.ctx(), event);
    const shown = await createEvent(seller.ctx(), { ...event, status: "PUBLISHED" });
    const { id } = await createEventSession(seller.ctx(), { eventId: shown.id, ...eventSession });
    await leaves(seller);
    const before = await db.$count(events);
    await expect(createEvent(seller.ctx(), event)).rejects.toMatchObject(needed);
    await expect(
      createEventSession(seller.ctx(), { eventId: shown.id, ...eventSession }),
    ).rejects.toMatchObject(needed);
    await expect(updateEvent(seller.ctx(), { eventId: draft.id, status: "PUBLISHED" })).rejects.toMatchObject(
      needed,
    );
    await expect(updateEventSession(seller.ctx(), { id, addStock: 1 })).rejects.toMatchObject(needed);
    expect(await db.$count(events)).toBe(before);
  });

  it.each<[string, Parameters<typeof givenSale>[0], object]>([
    ["opens it by hand", planned, { status: "OPEN" }],
    ["keeps it open by hand", running, { status: "OPEN" }],
    ["lets it go on", { ...running, status: "CLOSED" }, { status: "SCHEDULED" }],
    ["opens it sooner", planned, { salesOpenAt: inHours(0.01) }],
    ["opens it in the past", planned, { salesOpenAt: inHours(-1) }],
    ["closes it later", running, { salesCloseAt: inHours(60) }],
    ["closes it later with another start", running, { startsAt: inHours(200), salesCloseAt: inHours(60) }],
    ["adds to it while it closes it", running, { status: "CLOSED", addStock: 1 }],
  ])("has no more on sale than before: %s", async (_what, sale, change) => {
    const { seller, id } = await givenSale(sale);
    await leaves(seller);
    const before = await getEventSession(createContext(), { eventSessionId: id });
    await expect(updateEventSession(seller.ctx(), { id, ...change })).rejects.toMatchObject(needed);
    expect(await getEventSession(createContext(), { eventSessionId: id })).toEqual(before);
    const admin = await given.person("ADMIN");
    expect(await updateEventSession(admin.ctx(), { id, ...change })).toMatchObject({ id });
  });

  it.each<[string, Parameters<typeof givenSale>[0], object]>([
    ["opens it later", planned, { salesOpenAt: inHours(20) }],
    ["closes it sooner", running, { salesCloseAt: inHours(5) }],
    ["moves the start", running, { startsAt: inHours(200) }],
    ["closes it by hand", running, { status: "CLOSED" }],
    ["lets the plan decide again", { ...running, status: "OPEN" }, { status: "SCHEDULED" }],
  ])("may have less on sale than before: %s", async (_what, sale, change) => {
    const { seller, id } = await givenSale(sale);
    await leaves(seller);
    expect(await updateEventSession(seller.ctx(), { id, ...change })).toMatchObject({ id });
  });

  it("goes on selling what is on sale until the seller or an admin closes it", async () => {
    const [buyer, admin] = [await given.person(), await given.person("ADMIN")];
    const { seller, id } = await givenSale(running);
    await leaves(seller);
    await given.paidOrder(buyer, id);
    expect(await updateEventSession(admin.ctx(), { id, status: "CLOSED" })).toMatchObject({
      closedBecause: "PAUSED",
    });
    await expect(updateEventSession(seller.ctx(), { id, status: "OPEN" })).rejects.toMatchObject(needed);
  });

  it("still serves who bought: closes the sale that is there, tells of another venue, archives", async () => {
    const seller = await given.person("SELLER");
    const { id: eventId } = await createEvent(seller.ctx(), { ...event, status: "PUBLISHED" });
    const { id } = await createEventSession(seller.ctx(), { eventId, ...eventSession });
    await leaves(seller);
    expect(await updateEventSession(seller.ctx(), { id, status: "CLOSED" })).toMatchObject({
      closedBecause: "PAUSED",
    });
    const moved = { eventId, venue: "부산", status: "PUBLISHED" } as const;
    expect(await updateEvent(seller.ctx(), moved)).toMatchObject({ venue: "부산" });
    expect(await updateEvent(seller.ctx(), { eventId, status: "ARCHIVED" })).toMatchObject({
      status: "ARCHIVED",
    });
  });
});

it.each([
  ["REST", "/api/admin/events"],
  ["tRPC", "/api/trpc/catalog.createEvent"],
])("is asked for at the door of %s, and of no admin", async (_, path) => {
  const app = createApp();
  const create = ({ authorization }: { authorization: string }) =>
    app.request(path, {
      method: "POST",
      headers: { authorization, "content-type": "application/json" },
      body: JSON.stringify(event),
    });
  const [seller, connected] = await clients(2, "SELLER");
  const [admin] = await clients(1, "ADMIN");
  if (!seller || !connected || !admin) throw new Error("no such person");
  await leave.disconnected(seller);
  const refused = await create(seller);
  expect(refused.status).toBe(403);
  expect(await refused.text()).toContain("account_needed");
  for (const person of [connected, admin]) expect((await create(person)).ok).toBe(true);
});
