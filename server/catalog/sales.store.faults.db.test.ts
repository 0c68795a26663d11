import { afterAll, describe, expect, it, vi } from "vitest";
import { onlyRow } from "../platform/database/rows.ts";
import { inTransaction } from "../platform/database/transaction.ts";
import { createContext, type Tx } from "../platform/operation/context.ts";
import { given } from "../testing/given.ts";
import { until } from "../testing/until.ts";
import { listEventSessions } from "./queries.ts";
import { eventIdOf } from "./sales.store.ts";
import { moveStock } from "./steps/move-stock.ts";

// Hoisted above the imports, whose modules read the settings as they load.
const server = await vi.hoisted(async () => (await import("#server/testing/servers.ts")).startOwnRedis());

const ctx = createContext();

afterAll(async () => {
  ctx.redis.disconnect();
  await server.remove();
});

async function givenStock(size: number) {
  const { id: eventSessionId } = await given.saleOpen({ stock: size });
  const eventId = await eventIdOf(ctx, eventSessionId);
  const holding = (tx: Tx, quantity: number) =>
    moveStock(tx, { eventSessionId, move: "hold", quantity, reason: "test" });
  return {
    key: `sales:{${eventId}}`,
    holding,
    hold: (quantity: number) => inTransaction(ctx, (tx) => holding(tx, quantity)),
    seen: async () => onlyRow(await listEventSessions(ctx, { eventId })).remainingStock,
  };
}

const answers = () =>
  ctx.redis.ping().then(
    (pong) => pong === "PONG",
    () => false,
  );

describe("a Redis that is away", () => {
  it("stops neither reads nor writes, and both are exact while it is away and when it is back", async () => {
    const sale = await givenStock(20);
    expect(await sale.seen()).toBe(20);
    await server.stop();
    expect(await answers()).toBe(false);
    await Promise.all([sale.hold(1), sale.hold(2)]);
    expect(await sale.seen()).toBe(17);
    await expect(sale.hold(18)).rejects.toMatchObject({ reason: "insufficient_stock" });

    await server.start();
    await until(answers, { timeoutMs: 10_000 });
    expect(await sale.seen()).toBe(17);
    expect(await ctx.redis.exists(sale.key)).toBe(1);
    await sale.hold(2);
    expect(await sale.seen()).toBe(15);
  });

  it("may go in the middle of a transaction, which is committed and seen all the same", async () => {
    const sale = await givenStock(20);
    await sale.seen();
    await inTransaction(ctx, async (tx) => {
      await sale.holding(tx, 5);
      await server.stop();
    });
    expect(await sale.seen()).toBe(15);
    await server.start();
    await until(answers, { timeoutMs: 10_000 });
    expect(await sale.seen()).toBe(15);
  });
});
