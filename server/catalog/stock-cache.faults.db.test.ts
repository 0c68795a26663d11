import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it, vi } from "vitest";
import { freePort } from "#scripts/services/ports.ts";
import { newRedisPassword, startRedis } from "#scripts/services/redis.ts";
import type { Tx } from "../platform/operation/context.ts";
import { until } from "../testing/until.ts";

// A Redis of this file's own, which is stopped and started again; it forgets all when it stops.
const directory = mkdtempSync(join(tmpdir(), "seonchak-sales-"));
const password = newRedisPassword();
const port = await freePort();
const start = () =>
  startRedis({ directory, port, password, settings: { appendonly: "no" }, temporary: true });
let server = await start();
vi.stubEnv("REDIS_URL", server.url);
// Imported late: these modules read the environment that the server was named in.
const { createContext } = await import("../platform/operation/context.ts");
const { onlyRow } = await import("../platform/database/rows.ts");
const { inTransaction } = await import("../platform/database/transaction.ts");
const { given } = await import("../testing/given.ts");
const { moveStock } = await import("./steps/move-stock.ts");
const { eventIdOf, listEventSessions } = await import("./queries.ts");

const ctx = createContext();

afterAll(async () => {
  ctx.redis.disconnect();
  await server.stop();
  rmSync(directory, { recursive: true, force: true });
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

    server = await start();
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
    server = await start();
    await until(answers, { timeoutMs: 10_000 });
    expect(await sale.seen()).toBe(15);
  });
});
