import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "#db/client.ts";
import { idempotencyKeys } from "#db/schema/platform.ts";
import { systemContext } from "../../platform/operation/context.ts";
import { purgeKeys } from "../../platform/operation/idempotency.ts";
import { clock } from "../../testing/clock.ts";
import { given } from "../../testing/given.ts";
import {
  attemptsOf,
  deliver,
  givenMessages,
  receiver,
  transmissionsOf,
} from "../../testing/transmissions.ts";
import { eraseSent } from "./erase-sent.ts";

const ctx = systemContext("retention.purge");

it("erases what arrived long ago, keeps that it did, and leaves alone what did not arrive", async () => {
  const [old = ""] = await givenMessages(1);
  await deliver(receiver(() => ({ outcome: "sent", status: 200, response: "thank you, Kim" })).gateway);
  const [waiting = ""] = await givenMessages(1);
  await clock.move(89 * 86_400);
  expect(await eraseSent(ctx)).toBe(0);
  await clock.move(2 * 86_400);
  expect(await eraseSent(ctx)).toBe(1);
  expect(await eraseSent(ctx)).toBe(0);
  const [row] = await transmissionsOf(old);
  expect(row).toMatchObject({ payload: "", state: "SENT" });
  expect(await attemptsOf(row?.id ?? "transmission_none")).toMatchObject([
    { outcome: "sent", response: null },
  ]);
  expect((await transmissionsOf(waiting))[0]?.payload).not.toBe("");
});

it("forgets idempotency keys when their day is over, and not before", async () => {
  const { id } = await given.saleOpen({ stock: 5 });
  await given.hold(await given.person(), id);
  const kept = () => db.$count(idempotencyKeys, sql`true`);
  const before = await kept();
  expect(before).toBeGreaterThan(0);
  await purgeKeys(ctx);
  expect(await kept()).toBe(before);
  await clock.move(86_401);
  await purgeKeys(ctx);
  expect(await kept()).toBe(0);
});
