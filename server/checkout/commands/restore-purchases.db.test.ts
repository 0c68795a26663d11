import { eq } from "drizzle-orm";
import { afterEach, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { orders } from "#db/schema/orders.ts";
import { payments, refunds } from "#db/schema/payments.ts";
import { releaseHold } from "../../holds/commands/release-hold.ts";
import { askRefunds } from "../../payments/commands/ask-refunds.ts";
import { systemContext } from "../../platform/context.ts";
import { onlyRow } from "../../platform/rows.ts";
import { inTransaction } from "../../platform/transaction.ts";
import { given } from "../../testing/given.ts";
import { expectEquationsHold } from "../../testing/invariants.ts";
import { restoreOrRefund } from "./restore-purchases.ts";

afterEach(expectEquationsHold);
const ctx = systemContext("payments.settle");

async function givenGivenBack(quantity: number, sale: Parameters<typeof given.checkout>[1]) {
  const buyer = await given.person();
  const { holdId, orderId } = await given.checkout(buyer, sale, quantity);
  await releaseHold(buyer.ctx(), { holdId });
  const payment = onlyRow(await db.select().from(payments).where(eq(payments.orderId, orderId)));
  const order = onlyRow(await db.select().from(orders).where(eq(orders.id, orderId)));
  return { payment, order, by: ctx };
}

it("gives late money its tickets while there are some, one after another, and asks for the rest back, once", async () => {
  const { id } = await given.saleOpen({ stock: 3 });
  const [first, second] = [await givenGivenBack(2, id), await givenGivenBack(2, id)];
  const restored = await inTransaction(ctx, (tx) => restoreOrRefund(tx, [first, second]));
  expect([...restored]).toEqual([first]);
  const asked = () => db.select().from(refunds).where(eq(refunds.paymentId, second.payment.id));
  expect(await asked()).toMatchObject([{ state: "asked", amountKrw: second.payment.amountKrw }]);
  await inTransaction(ctx, (tx) => askRefunds(tx, [second.payment], "sold_out_after_payment"));
  expect(await asked()).toHaveLength(1);
});
