import { eq } from "drizzle-orm";
import { afterEach, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { holds } from "#db/schema/holds.ts";
import { orders } from "#db/schema/orders.ts";
import { payments, sandboxPayments } from "#db/schema/payments.ts";
import { bookPayment } from "../../payments/gateways/sandbox-books.ts";
import { endPayments } from "../../payments/steps/end-payments.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { createContext } from "../../platform/operation/context.ts";
import { given } from "../../testing/given.ts";
import { expectEquationsHold } from "../../testing/invariants.ts";
import { releaseHold } from "../commands/release-hold.ts";
import { endUnpaidOrders } from "./end-unpaid-orders.ts";

afterEach(expectEquationsHold);

const ctx = createContext();
const bookOf = async (pgPaymentId: string) =>
  (await db.select().from(sandboxPayments).where(eq(sandboxPayments.pgPaymentId, pgPaymentId)))[0]?.status;
const paymentOf = async (orderId: `order_${string}`) =>
  (await db.select().from(payments).where(eq(payments.orderId, orderId)))[0];

it("ends order and payment once, and leaves what is over or paid alone", async () => {
  const { id } = await given.saleOpen();
  const [buyer, other] = await given.two();
  const [ended, paid] = [await given.checkout(buyer, id), await given.paidOrder(other, id)];
  await releaseHold(buyer.ctx(), { holdId: ended.holdId });
  const rows = (await db.select().from(holds)).filter(({ id: holdId }) =>
    [ended.holdId, paid.holdId].includes(holdId),
  );
  await inTransaction(ctx, (tx) =>
    endUnpaidOrders(
      tx,
      rows.map((hold) => ({ hold, by: ctx })),
      "hold_expired",
    ),
  );
  const [order] = await db.select().from(orders).where(eq(orders.id, ended.orderId));
  expect(order).toMatchObject({ state: "failed", endReason: "released_by_buyer" });
  expect(await paymentOf(ended.orderId)).toMatchObject({ state: "failed", unknownSince: null });
  expect(await bookOf(ended.pgPaymentId)).toBe("CLOSED");
  expect(await paymentOf(paid.orderId)).toMatchObject({ state: "completed" });
});

it("keeps that money may be on its way where the provider had taken it", async () => {
  const { id } = await given.saleOpen();
  const buyer = await given.person();
  const { holdId, orderId, pgPaymentId, amountKrw } = await given.checkout(buyer, id);
  await bookPayment(ctx, { pgPaymentId, orderId, amountKrw }, "APPROVED");
  await releaseHold(buyer.ctx(), { holdId });
  expect(await paymentOf(orderId)).toMatchObject({ state: "failed", unknownSince: expect.any(Date) });
  await inTransaction(ctx, (tx) => endPayments(tx, [{ id: orderId }], "hold_expired"));
  expect(await paymentOf(orderId)).toMatchObject({ state: "failed", unknownSince: expect.any(Date) });
});
