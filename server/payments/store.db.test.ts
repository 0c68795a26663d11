import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "#db/client.ts";
import { payments } from "#db/schema/payments.ts";
import { onlyRow } from "../platform/database/rows.ts";
import { inTransaction } from "../platform/database/transaction.ts";
import { systemContext, type Tx } from "../platform/operation/context.ts";
import { clock } from "../testing/clock.ts";
import { given } from "../testing/given.ts";
import type { PaymentId } from "./contract.ts";
import { claimUnreconciled } from "./steps/claim-payments.ts";
import { changeMethod, clearUnknown, markUnknown } from "./store.ts";

const ctx = systemContext("payments.settle");
const within = <T>(work: (tx: Tx) => Promise<T>) => inTransaction(ctx, work);
const rowOf = async (id: PaymentId) => onlyRow(await db.select().from(payments).where(eq(payments.id, id)));

async function givenPayment() {
  const { id } = await given.saleOpen();
  const { paymentId } = await given.checkout(await given.person(), id);
  return { paymentId };
}

/** Whether the provider of the payment is to be asked now. */
const isDue = async (id: PaymentId) => (await within(claimUnreconciled)).some((payment) => payment.id === id);

it("a payment whose outcome is unknown is asked about after its wait, and no more once it is known", async () => {
  const { paymentId } = await givenPayment();
  await within((tx) => markUnknown(tx, [paymentId], 30));
  const { unknownSince } = await rowOf(paymentId);
  expect(await isDue(paymentId)).toBe(false);
  await clock.move(31);
  expect(await isDue(paymentId)).toBe(true);
  await within((tx) => markUnknown(tx, [paymentId], 30));
  expect((await rowOf(paymentId)).unknownSince).toEqual(unknownSince);
  await within((tx) => clearUnknown(tx, [paymentId]));
  await clock.move(31);
  expect(await isDue(paymentId)).toBe(false);
});

it("another method is taken for a payment that can still be made, and for no other", async () => {
  const { paymentId } = await givenPayment();
  await within((tx) => changeMethod(tx, paymentId, "TRANSFER"));
  expect(await rowOf(paymentId)).toMatchObject({ method: "TRANSFER" });
  const { pgPaymentId } = await rowOf(paymentId);
  await given.callback(pgPaymentId, "SUCCESS");
  await within((tx) => changeMethod(tx, paymentId, "EASY_PAY"));
  expect(await rowOf(paymentId)).toMatchObject({ method: "TRANSFER" });
});
