import { expect, it } from "vitest";
import { sandboxGateway } from "../../payments/gateways/sandbox.ts";
import { findBook } from "../../payments/gateways/sandbox-books.ts";
import { systemContext } from "../../platform/operation/context.ts";
import { given } from "../../testing/given.ts";
import { playPayment } from "./play-payment.ts";

const ctx = systemContext("payments.refund");

async function givenPaid(act: "approve" | "approveRefusingRefund") {
  const { id } = await given.saleOpen();
  const buyer = await given.person();
  const { orderId, pgPaymentId, amountKrw, paymentSessionUrl } = await given.checkout(buyer, id);
  const ticket = paymentSessionUrl.split("/").at(-1) ?? "";
  expect(await playPayment(buyer.ctx(), { ticket, act })).toMatchObject({ status: "APPROVED" });
  const refund = () =>
    sandboxGateway.refund(ctx, {
      ...{ pgPaymentId, orderId, amountKrw, refundKrw: amountKrw },
      ...{ refundId: "refund_1", key: orderId },
    });
  const play = (next: typeof act) => playPayment(buyer.ctx(), { ticket, act: next });
  return { refund, play, book: () => findBook(ctx, pgPaymentId) };
}

it("pays and has the first refund refused, where the customer chose so, and the next one given", async () => {
  const { refund, book } = await givenPaid("approveRefusingRefund");
  expect(await refund()).toEqual({ outcome: "refused", code: "BANK_REFUSES" });
  expect(await book()).toMatchObject({ status: "APPROVED" });
  expect(await refund()).toEqual({ outcome: "refunded" });
  expect(await refund()).toEqual({ outcome: "refunded" });
  expect(await book()).toMatchObject({ status: "REFUNDED" });
});

it("refuses no refund of what was decided before", async () => {
  const { refund, play } = await givenPaid("approve");
  await play("approveRefusingRefund");
  expect(await refund()).toEqual({ outcome: "refunded" });
});
