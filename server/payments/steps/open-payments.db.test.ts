import { expect, it } from "vitest";
import { checkOut } from "../../checkout/commands/check-out.ts";
import { env } from "../../platform/config/env.ts";
import { given } from "../../testing/given.ts";

it.each([
  ["http://127.0.0.1:3000", "http://127.0.0.1:3000"],
  ["http://192.0.2.7:3000", "http://192.0.2.7:3000"],
  [undefined, env.APP_URL],
])("a buyer who opened the shop at %s pays at %s, where the login is", async (origin, opened) => {
  const { id } = await given.saleOpen();
  const buyer = await given.person();
  const { holdId } = await given.hold(buyer, id, 1);
  const ctx = { ...buyer.ctx(crypto.randomUUID()), origin };
  const { paymentSessionUrl } = await checkOut(ctx, { holdId, method: "CARD" });
  expect(new URL(paymentSessionUrl).origin).toBe(opened);
});
