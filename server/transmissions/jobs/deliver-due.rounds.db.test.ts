import { expect, it } from "vitest";
import { systemContext } from "../../platform/operation/context.ts";
import { givenMessages, receiver, SENT } from "../../testing/transmissions.ts";
import { until } from "../../testing/until.ts";
import { deliver } from "./deliver-due.ts";

const ctx = systemContext("test");

it("has one round of a destination under way, which looks again for what came meanwhile", async () => {
  const gate = Promise.withResolvers<void>();
  const { gateway, got } = receiver(async () => {
    await gate.promise;
    return SENT;
  });
  await givenMessages(1);
  const first = deliver(ctx, { name: "data-platform", gateway });
  await until(() => got.length === 1);
  expect(await deliver(ctx, { name: "data-platform", gateway })).toBe("under way");
  await givenMessages(1, 1, "email");
  expect(await deliver(ctx, { name: "email", gateway: receiver().gateway })).toMatchObject({ sent: 1 });
  await givenMessages(3);
  gate.resolve();
  await first;
  await until(() => got.length === 4);
});
