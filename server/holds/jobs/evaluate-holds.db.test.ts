import { isNull } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "#db/client.ts";
import { alerts } from "#db/schema/alerts.ts";
import { systemContext } from "../../platform/operation/context.ts";
import { incrementCounter } from "../../platform/redis/counters.ts";
import { clock } from "../../testing/clock.ts";
import { given } from "../../testing/given.ts";
import { HOLDS_REFUSED } from "../policy.ts";
import { evaluateHolds } from "./evaluate-holds.ts";

const ctx = systemContext("alerts.evaluate");
const MINUTE = 60;

it("tells that holds are refused three times as often as usual, until they are not", async () => {
  const refuse = (times: number) => incrementCounter(ctx, HOLDS_REFUSED, times);
  const firing = async () => {
    await evaluateHolds(ctx);
    return (await db.select().from(alerts).where(isNull(alerts.resolvedAt))).map(({ kind }) => kind);
  };
  await refuse(40);
  expect(await firing()).toEqual([]);
  await clock.move(10 * MINUTE);
  await refuse(10);
  await clock.move(10 * MINUTE);
  await refuse(70);
  expect(await firing()).toEqual([]);
  // The last of them are buyers' own.
  const { id } = await given.saleOpen({ stock: 1 });
  const buyer = await given.person();
  for (let count = 0; count < 10; count++)
    await expect(given.hold(buyer, id, 2)).rejects.toMatchObject({ reason: "insufficient_stock" });
  expect(await firing()).toEqual(["holds_failing"]);
  await clock.move(5 * MINUTE);
  expect(await firing()).toEqual([]);
});
