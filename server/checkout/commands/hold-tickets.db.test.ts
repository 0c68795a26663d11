import { eq } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { holds } from "#db/schema/holds.ts";
import { stateHistory } from "#db/schema/platform.ts";
import { updateEventSession } from "#server/catalog/commands/update-event-session.ts";
import { saleOf } from "#server/catalog/queries.ts";
import { releaseHold } from "#server/holds/commands/release-hold.ts";
import { requireOwnHold, viewHold } from "#server/holds/queries.ts";
import { createContext } from "#server/platform/operation/context.ts";
import { AppError } from "#server/platform/operation/errors.ts";
import { redis } from "#server/platform/redis/redis.ts";
import { clock } from "#server/testing/clock.ts";
import { given, newKey } from "#server/testing/given.ts";
import { expectEquationsHold } from "#server/testing/invariants.ts";
import { holdTickets } from "./hold-tickets.ts";

afterEach(expectEquationsHold);

const remaining = async (id: Parameters<typeof saleOf>[1]) =>
  (await saleOf(createContext(), id)).remainingStock;
const reasonOf = (call: Promise<unknown>) =>
  call.then(
    () => "held",
    (error) => (error instanceof AppError ? error.reason : Promise.reject(error)),
  );

// The specification that the product was ordered with lists these cases by these names.
describe("DomainHoldServiceTest", () => {
  it("holdSucceedsWhenSufficientInventory: given 10 left, when 3 are held, then 7 are left and the hold is ACTIVE with an end", async () => {
    const { id } = await given.saleOpen({ stock: 10 });
    const buyer = await given.person();
    const hold = await given.hold(buyer, id, 3);
    expect(hold).toMatchObject({ sessionId: id, quantity: 3, status: "ACTIVE" });
    const [row] = await db.select().from(holds).where(eq(holds.id, hold.holdId));
    const heldMs = new Date(hold.expiresAt).getTime() - (row?.createdAt.getTime() ?? 0);
    // Postgres rounds to the millisecond where JavaScript cuts.
    expect(Math.abs(heldMs - 120_000)).toBeLessThanOrEqual(1);
    expect(await remaining(id)).toBe(7);
  });

  it("holdFailsWhenInsufficientInventory: given 2 left, when 3 are held, then 409 insufficient_stock and nothing changes", async () => {
    const { id } = await given.saleOpen({ stock: 2 });
    await expect(given.hold(await given.person(), id, 3)).rejects.toMatchObject({
      status: 409,
      reason: "insufficient_stock",
      params: { wanted: 3, left: 2 },
    });
    expect(await remaining(id)).toBe(2);
    expect(await db.select().from(holds).where(eq(holds.eventSessionId, id))).toEqual([]);
  });

  it("holdIsIdempotentWithSameKey: the same key gives the same hold again, marked as replayed", async () => {
    const { id } = await given.saleOpen({ stock: 10 });
    const buyer = await given.person();
    const input = { sessionId: id, quantity: 2, queueToken: await given.admitted(buyer, id) };
    const key = newKey();
    const first = await holdTickets.execute(buyer.ctx(key), input);
    const second = await holdTickets.execute(buyer.ctx(key), input);
    expect(first.replayed).toBe(false);
    expect(second).toEqual({ output: first.output, replayed: true });
    expect(await remaining(id)).toBe(8);
  });

  it("holdExpiresAndRestoresInventory: the next buyer gets the stock of an expired hold without any job", async () => {
    const { id } = await given.saleOpen({ stock: 2 });
    const [slow, next] = await given.two();
    const hold = await given.hold(slow, id, 2);
    await clock.move(121);
    expect(await viewHold(slow.ctx(), await requireOwnHold(slow.ctx(), hold.holdId))).toMatchObject({
      status: "EXPIRED",
    });
    await expect(given.hold(next, id, 2)).resolves.toMatchObject({ status: "ACTIVE" });
    const history = await db.select().from(stateHistory).where(eq(stateHistory.entityId, hold.holdId));
    expect(history.map(({ fromState, toState, actorKind }) => [fromState, toState, actorKind])).toEqual([
      [null, "ACTIVE", "user"],
      ["ACTIVE", "EXPIRED", "system"],
    ]);
  });
});

describe("a hold", () => {
  it("keeps its stock until the last moment of its two minutes", async () => {
    const { id } = await given.saleOpen({ stock: 1 });
    const [first, second] = await given.two();
    const queueToken = await given.admitted(second, id);
    await given.hold(first, id);
    const ask = () => holdTickets(second.ctx(newKey()), { sessionId: id, quantity: 1, queueToken });
    await clock.move(110);
    expect(await reasonOf(ask())).toBe("insufficient_stock");
  });

  it("is one per buyer and event session", async () => {
    const { id } = await given.saleOpen();
    const buyer = await given.person();
    await given.hold(buyer, id);
    expect(await reasonOf(given.hold(buyer, id))).toBe("duplicate_hold");
  });

  it("needs an admission that is the buyer's own", async () => {
    const { id } = await given.saleOpen();
    const [buyer, other] = await given.two();
    const queueToken = await given.admitted(other, id);
    const call = holdTickets(buyer.ctx(newKey()), { sessionId: id, quantity: 1, queueToken });
    expect(await reasonOf(call)).toBe("foreign_queue_token");
    expect(await remaining(id)).toBe(10);
  });

  it("is refused before sales open and while they are stopped by hand", async () => {
    const { id } = await given.saleOpen();
    const buyer = await given.person();
    const queueToken = await given.admitted(buyer, id);
    const admin = await given.person("ADMIN");
    await updateEventSession(admin.ctx(), { id, status: "CLOSED" });
    expect(await reasonOf(holdTickets(buyer.ctx(newKey()), { sessionId: id, quantity: 1, queueToken }))).toBe(
      "sales_paused",
    );
  });

  it("gives its stock back once, however often it is released", async () => {
    const { id } = await given.saleOpen({ stock: 5 });
    const buyer = await given.person();
    const { holdId } = await given.hold(buyer, id, 4);
    await Promise.all([1, 2, 3].map(() => releaseHold(buyer.ctx(), { holdId })));
    await releaseHold(buyer.ctx(), { holdId });
    expect(await remaining(id)).toBe(5);
  });

  it("gives its stock back exactly once when expiry and release race", async () => {
    const { id } = await given.saleOpen({ stock: 5 });
    const [buyer, other] = await given.two();
    const { holdId } = await given.hold(buyer, id, 2);
    await clock.move(120);
    await Promise.all([releaseHold(buyer.ctx(), { holdId }), given.hold(other, id, 1)]);
    expect(await remaining(id)).toBe(4);
  });

  it("of another buyer does not exist", async () => {
    const { id } = await given.saleOpen();
    const [owner, stranger] = await given.two();
    const { holdId } = await given.hold(owner, id);
    expect(await reasonOf(requireOwnHold(stranger.ctx(), holdId))).toBe("not_found");
    expect(await reasonOf(releaseHold(stranger.ctx(), { holdId }))).toBe("not_found");
  });
});

describe("a rush", () => {
  it("of 300 for 100 tickets holds exactly 100, in one process", async () => {
    const { id } = await given.saleOpen({ stock: 100 });
    const buyers = await given.people(300);
    const results = await Promise.all(buyers.map((buyer) => reasonOf(given.hold(buyer, id))));
    expect(results.filter((result) => result === "held")).toHaveLength(100);
    expect(["held", "insufficient_stock", "sold_out"]).toEqual(expect.arrayContaining([...new Set(results)]));
    expect(await remaining(id)).toBe(0);
  });

  it("of 200 requests with one key has one effect; the rest are told to wait or get the same answer", async () => {
    const { id } = await given.saleOpen({ stock: 100 });
    const buyer = await given.person();
    const input = { sessionId: id, quantity: 2, queueToken: await given.admitted(buyer, id) };
    const key = newKey();
    const calls = await Promise.allSettled(
      Array.from({ length: 200 }, () => holdTickets(buyer.ctx(key), input)),
    );
    const holdIds = calls.flatMap((call) => (call.status === "fulfilled" ? [call.value.holdId] : []));
    const reasons = calls.flatMap((call) => (call.status === "rejected" ? [call.reason.reason] : []));
    expect(new Set(holdIds).size).toBe(1);
    expect(new Set(reasons)).toEqual(new Set(["idempotency_in_progress"]));
    expect(await remaining(id)).toBe(98);
  });

  it("answers another request under a used key with 422, and another user's same key on its own", async () => {
    const { id } = await given.saleOpen({ stock: 100 });
    const [buyer, other] = await given.two();
    const queueToken = await given.admitted(buyer, id);
    const key = newKey();
    await holdTickets(buyer.ctx(key), { sessionId: id, quantity: 2, queueToken });
    expect(await reasonOf(holdTickets(buyer.ctx(key), { sessionId: id, quantity: 1, queueToken }))).toBe(
      "idempotency_key_reused",
    );
    const theirs = await given.admitted(other, id);
    expect(
      await reasonOf(holdTickets(other.ctx(key), { sessionId: id, quantity: 2, queueToken: theirs })),
    ).toBe("held");
  });

  it("keeps a final refusal under its key, but not one that says to come back", async () => {
    const { id } = await given.saleOpen({ stock: 1 });
    const buyer = await given.person();
    const admin = await given.person("ADMIN");
    const queueToken = await given.admitted(buyer, id);
    const ctx = buyer.ctx(newKey());
    const ask = () => holdTickets.execute(ctx, { sessionId: id, quantity: 2, queueToken });
    await expect(ask()).rejects.toMatchObject({ reason: "insufficient_stock", replayed: false });
    await updateEventSession(admin.ctx(), { id, addStock: 5 });
    await expect(ask()).rejects.toMatchObject({
      reason: "insufficient_stock",
      replayed: true,
      traceId: ctx.traceId,
    });
  });

  it("fails closed while Redis is away and takes up again by itself", async () => {
    const { id } = await given.saleOpen();
    const buyer = await given.person();
    const queueToken = await given.admitted(buyer, id);
    redis.disconnect();
    const ask = () => holdTickets(buyer.ctx(newKey()), { sessionId: id, quantity: 1, queueToken });
    expect(await reasonOf(ask())).toBe("unavailable");
    await redis.connect();
    expect(await reasonOf(ask())).toBe("held");
  });
});
