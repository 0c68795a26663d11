import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { count, eq, sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "#db/client.ts";
import { orders } from "#db/schema/orders.ts";
import { refunds } from "#db/schema/payments.ts";
import { systemContext } from "../platform/operation/context.ts";
import { given } from "../testing/given.ts";
import { expectEquationsHold } from "../testing/invariants.ts";
import { insertManyOrders } from "../testing/many-orders.ts";
import { ownerDb } from "../testing/owner.ts";
import { patient } from "../testing/patience.ts";
import { until } from "../testing/until.ts";
import { cancelEvent } from "./commands/cancel-event.ts";
import { refundOrders } from "./jobs/refund-orders.ts";
import { listCancellations } from "./queries.ts";

const ORDERS = 2400;
const EVENT = `event_${"1".padStart(26, "0")}` as const;
const REFUNDER = fileURLToPath(new URL("../testing/refunder.ts", import.meta.url));

const cancelled = async () => {
  const [row] = await db
    .select({ cancelled: count() })
    .from(orders)
    .where(eq(orders.endReason, "event_cancelled"));
  return row?.cancelled ?? 0;
};

/** Begins the refunds in a process of their own and kills it once so many orders are cancelled. */
async function killAt(orderCount: number): Promise<void> {
  const child = fork(REFUNDER, { execArgv: [] });
  const exited = once(child, "exit");
  try {
    await until(async () => (await cancelled()) >= orderCount, { timeoutMs: 60_000 });
  } finally {
    child.kill("SIGKILL");
  }
  const [, signal] = await exited;
  expect(signal).toBe("SIGKILL");
}

it("refunds more than two thousand orders once each, though its process is killed three times", {
  timeout: patient(180_000),
}, async () => {
  await insertManyOrders(ownerDb, ORDERS);
  const paid = await db.$count(orders, eq(orders.state, "confirmed"));
  expect(paid).toBeGreaterThan(2000);
  const admin = await given.person("ADMIN");
  await cancelEvent(admin.ctx(), { eventId: EVENT, reason: "태풍" });
  for (const reached of [100, 700, 1400]) await killAt(reached);
  const left = paid - (await cancelled());
  expect(left).toBeGreaterThan(0);
  expect(await refundOrders(systemContext("cancellations.refund"))).toMatchObject({ cancelled: left });
  const asked = await db
    .select({ paymentId: refunds.paymentId, times: count() })
    .from(refunds)
    .where(eq(refunds.reason, "event_cancelled"))
    .groupBy(refunds.paymentId);
  expect(asked).toHaveLength(paid);
  expect(asked.every(({ times }) => times === 1)).toBe(true);
  const told = await db.execute<{ n: number }>(
    sql`select count(*)::int as n from transmissions
          where destination = 'payment-provider' and payload::json ->> 'reason' = 'event_cancelled'`,
  );
  expect(told[0]?.n).toBe(paid);
  const progress = await listCancellations(admin.ctx(), { eventId: EVENT });
  expect(progress.map(({ ordersLeft, doneAt }) => [ordersLeft, doneAt !== null])).toEqual([
    [0, true],
    [0, true],
    [0, true],
  ]);
  expect(progress.reduce((sum, { refunds: { asked } }) => sum + asked, 0)).toBe(paid);
  await expectEquationsHold();
});
