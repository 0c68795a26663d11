import { isNull } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "#db/client.ts";
import { alerts } from "#db/schema/alerts.ts";
import { systemContext } from "../../platform/operation/context.ts";
import { clock } from "../../testing/clock.ts";
import { given } from "../../testing/given.ts";
import { evaluateSuccess } from "./evaluate-success.ts";

const ctx = systemContext("alerts.evaluate");

it("tells that payments fail when fewer than seven in ten go well, until they do again", async () => {
  const { id } = await given.saleOpen({ stock: 100 });
  const pay = async (count: number, status: "SUCCESS" | "FAIL") => {
    for (const person of await given.people(count)) {
      const { pgPaymentId } = await given.checkout(person, id);
      await given.callback(pgPaymentId, status);
    }
  };
  const firing = async () => {
    await evaluateSuccess(ctx);
    return (await db.select().from(alerts).where(isNull(alerts.resolvedAt))).map(({ kind }) => kind);
  };
  await pay(5, "FAIL");
  expect(await firing()).toEqual([]);
  await pay(9, "SUCCESS");
  expect(await firing()).toEqual(["payments_failing"]);
  await pay(3, "SUCCESS");
  expect(await firing()).toEqual([]);
  await pay(6, "FAIL");
  expect(await firing()).toEqual(["payments_failing"]);
  await clock.move(301);
  expect(await firing()).toEqual([]);
});
