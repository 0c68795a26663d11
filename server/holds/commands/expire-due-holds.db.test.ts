import { expect, it } from "vitest";
import { saleOf } from "../../catalog/queries.ts";
import { systemContext } from "../../platform/operation/context.ts";
import { clock } from "../../testing/clock.ts";
import { given } from "../../testing/given.ts";
import { expectEquationsHold } from "../../testing/invariants.ts";
import { expireDueHolds } from "./expire-due-holds.ts";

const ctx = systemContext("holds.expire");

it("gives back what is past its time, once though several do it at once, and nothing that is not", async () => {
  const sales = [await given.saleOpen({ stock: 10 }), await given.saleOpen({ stock: 10 })];
  for (const { id } of sales) for (const person of await given.people(3)) await given.hold(person, id, 2);
  expect(await expireDueHolds(ctx, {})).toEqual({ freed: 0 });
  await clock.move(121);
  const rounds = await Promise.all([1, 2, 3, 4].map(() => expireDueHolds(ctx, {})));
  expect(rounds.reduce((sum, { freed }) => sum + freed, 0)).toBe(12);
  for (const { id } of sales) expect((await saleOf(ctx, id)).remainingStock).toBe(10);
  await expectEquationsHold();
});

it("is for the product's own jobs", async () => {
  const admin = await given.person("ADMIN");
  await expect(expireDueHolds(admin.ctx(), {})).rejects.toMatchObject({ reason: "forbidden" });
});
