import { and, eq, isNull, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { alerts } from "#db/schema/alerts.ts";
import { stateHistory } from "#db/schema/platform.ts";
import { transmissionCircuits, transmissions } from "#db/schema/transmissions.ts";
import { clock } from "../../testing/clock.ts";
import { ownerDb } from "../../testing/owner.ts";
import {
  attemptsOf,
  DOWN,
  deliver,
  givenMessages,
  receiver,
  SENT,
  transmissionsOf,
} from "../../testing/transmissions.ts";
import { until } from "../../testing/until.ts";
import type { Delivered, Outgoing } from "../gateway.ts";

const MINUTE = 60;

/** Each test has the outbox to itself. */
beforeEach(async () => {
  await ownerDb.execute(sql`truncate transmissions, transmission_attempts, transmission_circuits, alerts`);
});

const only = async (aggregateId: string) => {
  const [row] = await transmissionsOf(aggregateId);
  if (!row) throw new Error("no transmission");
  return row;
};
const circuit = async () => {
  const [row] = await db.select().from(transmissionCircuits);
  return row?.state ?? "CLOSED";
};
const firing = async () => {
  const rows = await db.select().from(alerts).where(isNull(alerts.resolvedAt));
  return rows.map(({ kind, count }) => `${kind} ${count}`);
};
const left = () => db.$count(transmissions, sql`state in ('PENDING', 'FAILED')`);

describe("a transmission that fails", () => {
  it("is tried at 0, 1, 3, 7, 15 and 31 minutes and is dead with the sixth failure, with one alert", async () => {
    const [order = ""] = await givenMessages(1);
    const { gateway, got } = receiver(() => DOWN);
    const triedAt: number[] = [];
    for (let minute = 0; minute <= 40; minute++) {
      const { tried } = await deliver(gateway);
      if (tried > 0) triedAt.push(minute);
      await clock.move(MINUTE);
    }
    expect(triedAt).toEqual([0, 1, 3, 7, 15, 31]);
    const row = await only(order);
    expect(row).toMatchObject({ state: "DEAD", retryCount: 6, lastError: "HTTP 503" });
    expect(new Set(got.map(({ id, body }) => `${id} ${body}`)).size).toBe(1);
    expect(await attemptsOf(row.id)).toMatchObject(
      Array.from({ length: 6 }, (_, index) => ({ claim: index + 1, outcome: "status", status: 503 })),
    );
    const history = await db.select().from(stateHistory).where(eq(stateHistory.entityId, row.id));
    expect(history.map(({ toState }) => toState)).toEqual([...Array(5).fill("FAILED"), "DEAD"]);
    expect(await firing()).toEqual(["transmission_dead 1"]);
  });

  it("waits as long as the receiver asks, and never less than its own turn", async () => {
    const [later = "", sooner = ""] = await givenMessages(2);
    const { gateway } = receiver(({ aggregateId }) => ({
      ...{ outcome: "status", status: 429, retryAfterSeconds: aggregateId === later ? 600 : 5 },
    }));
    await deliver(gateway);
    const waits = await db.execute<{ aggregate_id: string; seconds: number }>(
      sql`select aggregate_id, round(extract(epoch from next_attempt_at - app_now()))::int as seconds from transmissions`,
    );
    const waitOf = (id: string) => waits.find((row) => row.aggregate_id === id)?.seconds ?? 0;
    expect(waitOf(later)).toBeGreaterThan(590);
    expect(waitOf(sooner)).toBeGreaterThan(50);
    expect(waitOf(sooner)).toBeLessThanOrEqual(60);
  });

  it("is dead at once where the receiver will never take it, and its neighbours go out", async () => {
    const orders = await givenMessages(10);
    const { gateway } = receiver(({ aggregateId }) =>
      aggregateId === orders[3] ? { outcome: "permanent", status: 422, response: "no such order" } : SENT,
    );
    expect(await deliver(gateway)).toEqual({ tried: 10, sent: 9, more: false });
    const row = await only(orders[3] ?? "");
    expect(row).toMatchObject({ state: "DEAD", retryCount: 1, lastError: "HTTP 422" });
    expect(await attemptsOf(row.id)).toMatchObject([{ outcome: "permanent", response: "no such order" }]);
  });

  it("fails when its destination throws, which is our own fault", async () => {
    const [order = ""] = await givenMessages(1);
    const { gateway } = receiver(() => {
      throw new Error("a bug");
    });
    await deliver(gateway);
    expect(await only(order)).toMatchObject({ state: "FAILED", lastError: "a bug" });
  });
});

describe("the order of what goes out", () => {
  it("is that of writing for one order, and no other order waits for a message that fails", async () => {
    const orders = await givenMessages(3, 3);
    const [failing = ""] = orders;
    const { gateway, got, answers } = receiver(({ aggregateId }) => (aggregateId === failing ? DOWN : SENT));
    await deliver(gateway);
    expect(got.filter(({ aggregateId }) => aggregateId === failing)).toHaveLength(1);
    expect(await left()).toBe(3);
    answers(() => SENT);
    await clock.move(MINUTE);
    await deliver(gateway);
    for (const order of orders) expect(deliveredNumbers(got, order)).toEqual([0, 1, 2]);
    expect(await left()).toBe(0);
  });

  it("is kept by five workers at once, each message once", async () => {
    const orders = await givenMessages(40, 5);
    const { gateway, got } = receiver(async () => {
      await Promise.resolve();
      return SENT;
    });
    while ((await left()) > 0) await Promise.all(Array.from({ length: 5 }, () => deliver(gateway)));
    expect(got).toHaveLength(200);
    for (const order of orders) expect(deliveredNumbers(got, order)).toEqual([0, 1, 2, 3, 4]);
  });

  it("is kept behind a dead one until that is replayed", async () => {
    const [order = ""] = await givenMessages(1, 2);
    const { gateway, got, answers } = receiver(() => ({ outcome: "permanent", status: 400 }));
    await deliver(gateway);
    answers(() => SENT);
    await clock.move(60 * MINUTE);
    await deliver(gateway);
    expect(got).toHaveLength(1);
    expect((await transmissionsOf(order)).map(({ state }) => state)).toEqual(["DEAD", "PENDING"]);
  });
});

/** The numbers that an order's messages carry, in the order in which they got through. */
const deliveredNumbers = (got: readonly Outgoing[], order: string) => {
  const bodies = got
    .filter(({ aggregateId }) => aggregateId === order)
    .map(({ body }) => JSON.parse(body).number);
  return [...new Set<number>(bodies)];
};

describe("a worker that stops in the middle", () => {
  it("is taken over when its lease ends, and writes nothing when it wakes after that", async () => {
    const [order = ""] = await givenMessages(1);
    const gate = Promise.withResolvers<Delivered>();
    const stopped = receiver(() => gate.promise);
    const asleep = deliver(stopped.gateway);
    await until(() => stopped.got.length === 1);
    const other = receiver();
    expect(await deliver(other.gateway)).toMatchObject({ tried: 0 });
    await clock.move(40);
    expect(await deliver(other.gateway)).toMatchObject({ sent: 1 });
    const before = await only(order);
    gate.resolve({ outcome: "permanent", status: 400 });
    await asleep;
    expect(await only(order)).toEqual(before);
    expect(before).toMatchObject({ state: "SENT", claims: 2 });
    expect(other.got).toEqual(stopped.got);
    expect((await attemptsOf(before.id)).map(({ claim, outcome }) => [claim, outcome])).toEqual([
      [1, "lost"],
      [2, "sent"],
    ]);
    expect(await firing()).toEqual([]);
  });

  it("keeps what it was told where no other worker took over", async () => {
    const [order = ""] = await givenMessages(1);
    const slow = receiver(async () => {
      await clock.move(40);
      return SENT;
    });
    await deliver(slow.gateway);
    expect(await only(order)).toMatchObject({ state: "SENT", claims: 1 });
  });
});

describe("a destination that fails again and again", () => {
  it("is paused, asked with one message each half minute, and taken back by itself", async () => {
    await givenMessages(50);
    const { gateway, got, answers } = receiver(() => DOWN);
    await deliver(gateway);
    expect([got.length, await circuit()]).toEqual([20, "OPEN"]);
    expect(await firing()).toEqual(["destination_paused 1"]);
    expect(await deliver(gateway)).toMatchObject({ tried: 0 });
    await clock.move(31);
    await Promise.all([deliver(gateway), deliver(gateway), deliver(gateway)]);
    expect([got.length, await circuit()]).toEqual([21, "OPEN"]);
    answers(() => SENT);
    await clock.move(31);
    expect(await deliver(gateway)).toMatchObject({ sent: 50 });
    expect([await circuit(), await firing()]).toEqual(["CLOSED", []]);
  });

  it("has everything once, in order, when it is back after an hour, though no message has that many tries", async () => {
    const orders = await givenMessages(30, 2);
    const { gateway, got, answers } = receiver(() => DOWN);
    for (let minute = 0; minute < 60; minute++) {
      await deliver(gateway);
      await clock.move(MINUTE);
    }
    expect(await db.$count(transmissions, eq(transmissions.state, "DEAD"))).toBe(0);
    const before = got.length;
    answers(() => SENT);
    await deliver(gateway);
    await clock.move(16 * MINUTE);
    await deliver(gateway);
    expect(await left()).toBe(0);
    const arrived = got.slice(before);
    expect(arrived).toHaveLength(60);
    for (const order of orders) expect(deliveredNumbers(arrived, order)).toEqual([0, 1]);
  });

  it("does not keep the others from theirs", async () => {
    await givenMessages(30, 1, "email");
    await givenMessages(30);
    await deliver(receiver(() => DOWN).gateway, "email");
    expect(await deliver(receiver().gateway)).toMatchObject({ sent: 30 });
    expect(await db.$count(transmissions, and(eq(transmissions.state, "SENT")))).toBe(30);
  });
});
