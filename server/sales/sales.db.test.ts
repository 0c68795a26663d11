import { eq } from "drizzle-orm";
import { Redis } from "ioredis";
import { describe, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { saleSamples } from "#db/schema/sales.ts";
import type { EventSessionId } from "../catalog/contract.ts";
import { checkOut } from "../checkout/commands/check-out.ts";
import { createContext, systemContext } from "../platform/operation/context.ts";
import { joinQueue } from "../queue/commands/join-queue.ts";
import { clock } from "../testing/clock.ts";
import { given, newKey } from "../testing/given.ts";
import { expectEquationsHold } from "../testing/invariants.ts";
import { ownerDb } from "../testing/owner.ts";
import { until } from "../testing/until.ts";
import { takeSamples } from "./jobs/take-samples.ts";
import { thinSamples } from "./jobs/thin-samples.ts";
import { getSale, getSaleHistory, readFigures, salesNow } from "./queries.ts";

const ctx = systemContext("test");
const samplesOf = (id: EventSessionId) =>
  db.select().from(saleSamples).where(eq(saleSamples.eventSessionId, id)).orderBy(saleSamples.at);

it("tells where each ticket and each person of a sale is", async () => {
  const { id } = await given.saleOpen({ stock: 10, line: { admitLimit: 4 } });
  const figures = async () => (await readFigures(createContext(), [id]))[0];
  expect(await figures()).toMatchObject({
    ...{ status: "OPEN", total: 10, remaining: 10, held: 0, paying: 0, sold: 0 },
    queue: { waiting: 0, admitted: 0, issued: 0, entries: 0 },
  });
  const [holding, paying, paid] = await given.people(3);
  if (!holding || !paying || !paid) throw new Error("three people");
  const hold = await given.hold(holding, id, 2);
  await given.checkout(paying, id, 3);
  await given.paidOrder(paid, id, 1);
  for (const person of await given.people(6)) await joinQueue(person.ctx(), { sessionId: id });
  expect(await figures()).toMatchObject({
    ...{ remaining: 4, held: 2, paying: 3, sold: 1, level: "MID" },
    queue: { waiting: 2, admitted: 4, issued: 9, entries: 7 },
  });
  await checkOut(holding.ctx(newKey()), { holdId: hold.holdId, method: "CARD" });
  expect(await figures()).toMatchObject({ held: 0, paying: 5 });
  await expectEquationsHold();
});

it("says that the queue is unknown where Redis does not answer, and knows the tickets all the same", async () => {
  const { id } = await given.saleOpen({ stock: 5 });
  const away = new Redis({ port: 1, retryStrategy: null, enableOfflineQueue: false, lazyConnect: true });
  away.on("error", () => {});
  const [figures] = await readFigures(createContext({ redis: away }), [id]);
  expect(figures).toMatchObject({ remaining: 5, queue: null });
});

it("shows operators the sales that are on, those about to open, and none that is over or withdrawn", async () => {
  const admin = await given.person("ADMIN");
  const [on, soon, later] = [
    await given.saleOpen(),
    await given.saleOpen({ salesOpenInHours: 0.5 }),
    await given.saleOpen({ salesOpenInHours: 30, startsInHours: 300 }),
  ];
  const shown = async () => (await salesNow(admin.ctx(), {})).sales.map((sale) => sale.eventSessionId);
  await until(async () => (await shown()).includes(soon.id));
  expect(await shown()).toContain(on.id);
  expect(await shown()).not.toContain(later.id);
  for (const person of [await given.person(), await given.person("SELLER")]) {
    await expect(salesNow(person.ctx(), {})).rejects.toMatchObject({ reason: "forbidden" });
    await expect(getSale(person.ctx(), { eventSessionId: on.id })).rejects.toMatchObject({
      reason: "forbidden",
    });
    await expect(getSaleHistory(person.ctx(), { eventSessionId: on.id, range: "day" })).rejects.toMatchObject(
      { reason: "forbidden" },
    );
  }
});

it("finds tickets that were sold beyond what there is", async () => {
  const { id } = await given.saleOpen({ stock: 2 });
  const [buyer, admin] = [await given.person(), await given.person("ADMIN")];
  await given.paidOrder(buyer, id, 2);
  const oversold = async () => (await getSale(admin.ctx(), { eventSessionId: id })).oversold;
  expect(await oversold()).toBe(0);
  await ownerDb.execute(`update stock set total = 1, remaining = 0 where event_session_id = '${id}'`);
  await until(async () => (await oversold()) === 1);
  await ownerDb.execute(`update stock set total = 2 where event_session_id = '${id}'`);
});

describe("samples", () => {
  it("are taken once in ten seconds, however many processes take them, and tell the rates", async () => {
    const { id } = await given.saleOpen({ stock: 10 });
    const admin = await given.person("ADMIN");
    await Promise.all([takeSamples(ctx), takeSamples(ctx), takeSamples(ctx)]);
    await takeSamples(ctx);
    expect(await samplesOf(id)).toMatchObject([{ remaining: 10, waiting: 0, sold: 0 }]);
    await clock.move(70);
    await given.paidOrder(await given.person(), id, 2);
    await takeSamples(ctx);
    expect(await samplesOf(id)).toHaveLength(2);
    await until(async () => {
      const { perMinute } = await getSale(admin.ctx(), { eventSessionId: id });
      return perMinute !== null && perMinute.sold > 0 && (perMinute.joined ?? 0) > 0;
    });
    const history = await getSaleHistory(admin.ctx(), { eventSessionId: id, range: "minutes" });
    expect(history.map(({ sold }) => sold)).toEqual([0, 2]);
  });

  it("get fewer with age, and none is kept for ever", async () => {
    const { id } = await given.saleOpen();
    const at = (text: string) => ({
      eventSessionId: id,
      at: new Date(text),
      remaining: 1,
      held: 0,
      paying: 0,
      sold: 0,
    });
    const [now] = await db.execute<{ now: string }>("select app_now() as now");
    const day = (daysAgo: number, time: string) =>
      `${new Date(new Date(String(now?.now)).getTime() - daysAgo * 86_400_000).toISOString().slice(0, 10)}T${time}Z`;
    const kept = [day(1, "00:07:00"), day(3, "00:15:00")];
    const thinned = [day(1, "00:07:10"), day(3, "00:07:00"), day(401, "00:00:00")];
    await db.insert(saleSamples).values([...kept, ...thinned].map(at));
    await thinSamples(ctx);
    expect((await samplesOf(id)).map((row) => row.at.toISOString()).sort()).toEqual(
      kept.map((text) => new Date(text).toISOString()).sort(),
    );
  });
});
