import { eq, isNull, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { alerts } from "#db/schema/alerts.ts";
import { auditLog } from "#db/schema/platform.ts";
import { transmissionCircuits, transmissions } from "#db/schema/transmissions.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { createContext } from "../../platform/operation/context.ts";
import { newId } from "../../platform/values/ids.ts";
import { clock } from "../../testing/clock.ts";
import { given } from "../../testing/given.ts";
import { ownerDb } from "../../testing/owner.ts";
import {
  attemptsOf,
  DOWN,
  deliver,
  givenMessages,
  receiver,
  transmissionsOf,
} from "../../testing/transmissions.ts";
import type { TransmissionId } from "../contract.ts";
import type { Delivered } from "../gateway.ts";
import { countTransmissions, getTransmission, listTransmissions, summarizeOutbox } from "../queries.ts";
import { resolveDeadAlerts } from "../steps/resolve-dead-alerts.ts";
import { REPLAY_MAX } from "../values.ts";
import { replayMatching } from "./replay-matching.ts";
import { replayTransmission } from "./replay-transmission.ts";
import { resolveTransmission } from "./resolve-transmission.ts";
import { resumeDestination } from "./resume-destination.ts";

const REFUSED: Delivered = { outcome: "permanent", status: 404 };

beforeEach(async () => {
  await ownerDb.execute(sql`truncate transmissions, transmission_attempts, transmission_circuits, alerts`);
});

const firing = () => db.$count(alerts, isNull(alerts.resolvedAt));

/** Orders with `count` messages each, the first of which is dead. */
async function givenDead(orders: number, count = 1): Promise<string[]> {
  const ids = await givenMessages(orders, count);
  await deliver(receiver(() => REFUSED).gateway);
  return ids;
}

async function firstOf(order: string) {
  const [row] = await transmissionsOf(order);
  if (!row) throw new Error("no transmission");
  return row;
}

describe("replaying one", () => {
  it("sends the same bytes under the same id, shows as a try by hand, and ends the alert", async () => {
    const admin = await given.person("ADMIN");
    const [order = ""] = await givenDead(1, 2);
    const dead = await firstOf(order);
    expect(await replayTransmission(admin.ctx(), { id: dead.id })).toMatchObject({
      status: "PENDING",
      retryCount: 0,
    });
    expect(await firing()).toBe(0);
    const { gateway, got } = receiver();
    await deliver(gateway);
    expect(got[0]).toMatchObject({ id: dead.id, body: dead.payload });
    expect(got).toHaveLength(2);
    expect(await attemptsOf(dead.id)).toMatchObject([
      { claim: 1, outcome: "permanent", byHand: false },
      { claim: 2, outcome: "sent", byHand: true },
    ]);
    expect(await getTransmission(admin.ctx(), { id: dead.id })).toMatchObject({
      status: "SENT",
      payload: dead.payload,
      attempts: [{ number: 2, byHand: true }, { number: 1 }],
    });
    const audited = await db.select().from(auditLog).where(eq(auditLog.target, dead.id));
    expect(audited).toMatchObject([{ action: "transmissions.replay-transmission", actorId: admin.userId }]);
  });

  it("has all of its tries before it again", async () => {
    const admin = await given.person("ADMIN");
    const [order = ""] = await givenMessages(1);
    const { gateway } = receiver(() => DOWN);
    const exhaust = async () => {
      for (const minutes of [0, 1, 2, 4, 8, 16]) {
        await clock.move(minutes * 60 + 1);
        await deliver(gateway);
      }
      return firstOf(order);
    };
    expect(await exhaust()).toMatchObject({ state: "DEAD", retryCount: 6 });
    await replayTransmission(admin.ctx(), { id: (await firstOf(order)).id });
    expect(await exhaust()).toMatchObject({ state: "DEAD", retryCount: 6, claims: 12 });
  });

  it("is refused for one that is not dead, and for an unknown one", async () => {
    const admin = await given.person("ADMIN");
    const [order = ""] = await givenMessages(1);
    const replay = (id: TransmissionId) => replayTransmission(admin.ctx(), { id });
    await deliver(receiver(() => DOWN).gateway);
    await expect(replay((await firstOf(order)).id)).rejects.toMatchObject({ reason: "illegal_transition" });
    await expect(replay(newId("transmission"))).rejects.toMatchObject({ reason: "not_found" });
  });
});

describe("replaying all that match", () => {
  it("replays as many as were shown, and none where there are others by then", async () => {
    const admin = await given.person("ADMIN");
    await givenDead(7);
    await givenMessages(2);
    const replay = (expected: number, search?: string) =>
      replayMatching(admin.ctx(), { destination: "data-platform", expected, search });
    await expect(replay(6)).rejects.toMatchObject({ reason: "count_changed" });
    await expect(replay(8)).rejects.toMatchObject({ reason: "count_changed" });
    await expect(replay(7, "RefundRequested")).rejects.toMatchObject({ reason: "count_changed" });
    expect(await firing()).toBe(1);
    expect(await replay(7, "OrderCompleted")).toEqual({ replayed: 7 });
    expect(await firing()).toBe(0);
    expect(await deliver(receiver().gateway)).toMatchObject({ sent: 9 });
  });

  it("replays the oldest where there are more than one call may, and the rest when asked again", async () => {
    const admin = await given.person("ADMIN");
    await givenMessages(1, REPLAY_MAX + 1);
    for (const state of ["FAILED", "DEAD"] as const) await db.update(transmissions).set({ state });
    const count = async () => (await countTransmissions(admin.ctx(), { status: "DEAD" })).count;
    const replay = async () => replayMatching(admin.ctx(), { expected: await count() });
    expect(await replay()).toEqual({ replayed: REPLAY_MAX });
    const [left] = await db.select().from(transmissions).where(eq(transmissions.state, "DEAD"));
    expect(JSON.parse(left?.payload ?? "")).toMatchObject({ number: REPLAY_MAX });
    expect(await replay()).toEqual({ replayed: 1 });
    expect(await count()).toBe(0);
  });

  it("replays each once, though two ask at the same time", async () => {
    const admin = await given.person("ADMIN");
    await givenDead(20);
    const both = await Promise.allSettled(
      [1, 2].map(() => replayMatching(admin.ctx(), { destination: "data-platform", expected: 20 })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await deliver(receiver().gateway)).toMatchObject({ sent: 20 });
  });
});

it("the alert about dead ones ends with the last of them", async () => {
  const admin = await given.person("ADMIN");
  const [first = "", second = ""] = await givenDead(2);
  const drop = () =>
    inTransaction(createContext(), (tx) => resolveDeadAlerts(tx, ["data-platform", "email"]));
  await drop();
  await replayTransmission(admin.ctx(), { id: (await firstOf(first)).id });
  expect(await firing()).toBe(1);
  await resolveTransmission(admin.ctx(), { id: (await firstOf(second)).id, note: "no longer wanted" });
  expect(await firing()).toBe(0);
});

describe("closing one by hand", () => {
  it("keeps the note, sends it never, and lets go what waited for it", async () => {
    const admin = await given.person("ADMIN");
    const [order = ""] = await givenDead(1, 2);
    const { id } = await firstOf(order);
    await resolveTransmission(admin.ctx(), { id, note: "told them by telephone" });
    const { gateway, got } = receiver();
    await deliver(gateway);
    expect(got.map(({ body }) => JSON.parse(body).number)).toEqual([1]);
    expect(await firstOf(order)).toMatchObject({ state: "RESOLVED", note: "told them by telephone" });
    expect(await firing()).toBe(0);
  });
});

describe("the outbox at a glance", () => {
  it("tells for each destination what waits, failed, is dead and how old the oldest is", async () => {
    const admin = await given.person("ADMIN");
    await givenDead(2);
    await givenMessages(1);
    await deliver(receiver(() => DOWN).gateway);
    await givenMessages(3);
    await givenMessages(4, 1, "email");
    await deliver(receiver().gateway, "email");
    await clock.move(30);
    const summary = await summarizeOutbox(admin.ctx(), {});
    expect(summary.find(({ destination }) => destination === "data-platform")).toMatchObject({
      ...{ pending: 3, failed: 1, dead: 2, sentLastMinute: 0 },
      circuit: { state: "CLOSED" },
    });
    const { oldestSeconds } = summary.find(({ destination }) => destination === "data-platform") ?? {};
    expect(oldestSeconds).toBeGreaterThanOrEqual(30);
    expect(summary.find(({ destination }) => destination === "email")).toMatchObject({
      ...{ pending: 0, sentLastMinute: 4, oldestSeconds: null },
    });
  });

  it("lists the newest first, in pages, by status, destination, order and type", async () => {
    const admin = await given.person("ADMIN");
    const [first = "", ...others] = await givenDead(5);
    const list = (query: object) => listTransmissions(admin.ctx(), query);
    const page = await list({ limit: 3 });
    expect(page.items.map(({ aggregateId }) => aggregateId)).toEqual(others.slice(-3).reverse());
    const rest = await list({ limit: 3, cursor: page.nextCursor ?? undefined });
    expect([rest.items.length, rest.items.at(-1)?.aggregateId, rest.nextCursor]).toEqual([2, first, null]);
    const found = async (query: object) => (await list(query)).items.length;
    expect(
      await Promise.all([
        found({ search: first }),
        found({ search: (await firstOf(first)).id }),
        found({ search: "OrderCompleted", status: "DEAD" }),
        found({ status: "SENT" }),
        found({ destination: "email" }),
      ]),
    ).toEqual([1, 1, 5, 0, 0]);
  });

  it("resumes a paused destination on request", async () => {
    const admin = await given.person("ADMIN");
    await givenMessages(20);
    await deliver(receiver(() => DOWN).gateway);
    expect(await firing()).toBe(1);
    await resumeDestination(admin.ctx(), { destination: "data-platform" });
    expect(await db.select().from(transmissionCircuits)).toMatchObject([{ state: "CLOSED", failures: 0 }]);
    expect(await firing()).toBe(0);
  });

  it("is for admins alone", async () => {
    const [order = ""] = await givenDead(1);
    const { id } = await firstOf(order);
    for (const person of [await given.person(), await given.person("SELLER")])
      for (const asking of [
        summarizeOutbox(person.ctx(), {}),
        listTransmissions(person.ctx(), {}),
        countTransmissions(person.ctx(), {}),
        getTransmission(person.ctx(), { id }),
        replayTransmission(person.ctx(), { id }),
        replayMatching(person.ctx(), { expected: 1 }),
        resolveTransmission(person.ctx(), { id, note: "no" }),
        resumeDestination(person.ctx(), { destination: "email" }),
      ])
        await expect(asking).rejects.toMatchObject({ reason: "forbidden" });
    expect(await firstOf(order)).toMatchObject({ state: "DEAD" });
  });
});
