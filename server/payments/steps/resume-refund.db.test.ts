import { eq } from "drizzle-orm";
import { afterEach, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { alerts } from "#db/schema/alerts.ts";
import { cancelOrder } from "../../checkout/commands/cancel-order.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { systemContext } from "../../platform/operation/context.ts";
import { given, newKey } from "../../testing/given.ts";
import { expectEquationsHold } from "../../testing/invariants.ts";
import { transmissionsOf } from "../../testing/transmissions.ts";
import { getPayment } from "../queries.ts";
import { findRefunds } from "../refunds.store.ts";
import { finishRefunds } from "./finish-refunds.ts";
import { notifyOfRefunds } from "./notify-of-refunds.ts";
import { resumeRefund } from "./resume-refund.ts";

afterEach(expectEquationsHold);

const ctx = systemContext("payments.refund");

async function givenAskedRefund() {
  const { id } = await given.saleOpen();
  const buyer = await given.person();
  const { orderId, paymentId, amountKrw: amount } = await given.paidOrder(buyer, id, 2);
  await cancelOrder(buyer.ctx(newKey()), { id: orderId });
  const { refund } = await getPayment(buyer.ctx(), { paymentId });
  if (!refund) throw new Error("the cancelled order has no refund");
  const updates = async () =>
    (await transmissionsOf(orderId))
      .filter(({ type }) => type === "refunds.updated")
      .map(({ payload }) => JSON.parse(payload));
  return { refundId: refund.id, orderId, paymentId, amount, updates };
}

it("asks for a refused refund again, ends its alert and tells of it once", async () => {
  const { refundId, updates } = await givenAskedRefund();
  const isFiring = async () =>
    (await db.select().from(alerts).where(eq(alerts.subject, refundId))).some(
      ({ resolvedAt }) => !resolvedAt,
    );
  await inTransaction(ctx, (tx) => finishRefunds(tx, [{ refundId, refusedBecause: "BANK_REFUSES" }]));
  expect(await isFiring()).toBe(true);
  await inTransaction(ctx, (tx) => resumeRefund(tx, refundId));
  await inTransaction(ctx, (tx) => resumeRefund(tx, refundId));
  expect(await isFiring()).toBe(false);
  expect((await updates()).map(({ newStatus }) => newStatus)).toEqual(["asked", "refused", "asked"]);
});

it("tells which refund of which order is in which state", async () => {
  const { refundId, orderId, paymentId, amount, updates } = await givenAskedRefund();
  await inTransaction(ctx, async (tx) => notifyOfRefunds(tx, await findRefunds(tx, [refundId])));
  const update = {
    refundId,
    orderId,
    paymentId,
    amount,
    paid: amount,
    ticketNumbers: null,
    newStatus: "asked",
    reason: "cancelled_by_buyer",
  };
  expect(await updates()).toEqual([update, update]);
});
