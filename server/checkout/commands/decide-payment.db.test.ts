import { and, eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { db } from "#db/client.ts";
import { alerts } from "#db/schema/alerts.ts";
import { payments } from "#db/schema/payments.ts";
import { auditLog } from "#db/schema/platform.ts";
import { saleOf } from "../../catalog/queries.ts";
import { sandboxGateway } from "../../payments/gateways/sandbox.ts";
import { bookPayment } from "../../payments/gateways/sandbox-books.ts";
import { systemContext } from "../../platform/operation/context.ts";
import { reasonOf } from "../../testing/accounts.ts";
import { clock } from "../../testing/clock.ts";
import { given } from "../../testing/given.ts";
import { expectEquationsHold } from "../../testing/invariants.ts";
import { orderNow } from "../../testing/order-now.ts";
import { decidePayment } from "./decide-payment.ts";
import { reconcileDuePayments } from "./reconcile-due-payments.ts";

const ctx = systemContext("payments.settle");
const LATER = 601;

afterEach(expectEquationsHold);
/** Each test has the payments that are to be asked for to itself. */
beforeEach(async () => {
  await clock.move(LATER);
  await reconcileDuePayments(ctx, {});
});

/** A payment whose provider did not answer when its window was over; `paid` says what it will say one day. */
async function givenUnknown({ paid, stock = 2 }: { paid: boolean; stock?: number }) {
  const { id: eventSessionId } = await given.saleOpen({ stock });
  const checkout = await given.checkout(await given.person(), eventSessionId, 2);
  const { pgPaymentId, orderId, amountKrw, paymentId } = checkout;
  if (paid) await bookPayment(ctx, { pgPaymentId, orderId, amountKrw }, "APPROVED");
  await clock.move(301);
  const silent = vi.spyOn(sandboxGateway, "fetchStatus").mockResolvedValue({ outcome: "unknown" } as never);
  await reconcileDuePayments(ctx, {});
  silent.mockRestore();
  const admin = await given.person("ADMIN");
  return {
    ...{ ...checkout, eventSessionId },
    decide: (outcome: "paid" | "unpaid") =>
      decidePayment(admin.ctx(), {
        paymentId,
        outcome,
        reason: "the buyer called",
        evidence: "statement 42",
      }),
    now: () => orderNow(orderId),
    /** The provider answers at last. */
    async answer() {
      await clock.move(LATER);
      await reconcileDuePayments(ctx, {});
    },
    left: async () => (await saleOf(ctx, eventSessionId)).remainingStock,
    contradictions: () =>
      db.$count(alerts, and(eq(alerts.kind, "decision_contradicted"), eq(alerts.subject, pgPaymentId))),
    decided: async () => (await db.select().from(payments).where(eq(payments.id, paymentId)))[0]?.decidedAs,
  };
}

it("gives the tickets where an operator found the money, with reason and evidence in the audit log", async () => {
  const { decide, now, answer, contradictions, decided, paymentId } = await givenUnknown({ paid: true });
  expect(await decide("paid")).toMatchObject({ status: "completed" });
  expect(await now()).toMatchObject({ order: "confirmed", tickets: 2, unknownSince: null });
  const [row] = await db.select().from(auditLog).where(eq(auditLog.target, paymentId));
  expect(row?.meta).toMatchObject({ outcome: "paid", note: "the buyer called", evidence: "statement 42" });
  expect(await decided()).toBe("paid");
  await answer();
  expect(await decided()).toBeNull();
  expect(await contradictions()).toBe(0);
});

it("raises an alert where the provider took nothing of what was decided to be paid, and takes no ticket away", async () => {
  const { decide, now, answer, contradictions } = await givenUnknown({ paid: false });
  await decide("paid");
  await answer();
  expect(await contradictions()).toBe(1);
  expect(await now()).toMatchObject({ order: "confirmed", payment: "completed", tickets: 2 });
});

it("frees the tickets where an operator found no money, and asks on", async () => {
  const { decide, now, answer, left, contradictions, decided } = await givenUnknown({ paid: false });
  expect(await decide("unpaid")).toMatchObject({ status: "failed" });
  expect(await now()).toMatchObject({ order: "failed", hold: "RELEASED", tickets: 0 });
  expect(await left()).toBe(2);
  expect((await now()).unknownSince).not.toBeNull();
  await answer();
  expect(await now()).toMatchObject({ order: "failed", unknownSince: null });
  expect(await decided()).toBeNull();
  expect(await contradictions()).toBe(0);
});

it("buys the tickets after all with money that was decided to be missing, and raises an alert", async () => {
  const { decide, now, answer, contradictions } = await givenUnknown({ paid: true });
  await decide("unpaid");
  await answer();
  expect(await now()).toMatchObject({ order: "confirmed", payment: "completed", tickets: 2 });
  expect(await contradictions()).toBe(1);
});

it("asks that money back where the tickets are others' by then", async () => {
  const { decide, now, answer, eventSessionId, contradictions } = await givenUnknown({ paid: true });
  await decide("unpaid");
  await given.paidOrder(await given.person(), eventSessionId, 2);
  await answer();
  expect(await now()).toMatchObject({ order: "failed", payment: "completed", tickets: 0 });
  expect(await contradictions()).toBe(1);
});

it("does the same where the provider tells it by a callback", async () => {
  const missing = await givenUnknown({ paid: true });
  await missing.decide("unpaid");
  await given.callback(missing.pgPaymentId, "SUCCESS");
  expect(await missing.now()).toMatchObject({ order: "confirmed", payment: "completed", tickets: 2 });
  expect(await missing.contradictions()).toBe(1);
  const found = await givenUnknown({ paid: false });
  await found.decide("paid");
  await given.callback(found.pgPaymentId, "FAIL");
  expect(await found.now()).toMatchObject({ order: "confirmed", payment: "completed" });
  expect(await found.contradictions()).toBe(1);
});

it("decides once where two operators decide at once, and nothing of a payment that is known", async () => {
  const { decide, left } = await givenUnknown({ paid: true });
  const answers = await Promise.all([decide("paid"), decide("unpaid"), decide("paid")].map(reasonOf));
  expect(answers.filter((answer) => answer === "payment_known").length).toBeGreaterThanOrEqual(1);
  await expectEquationsHold();
  expect(await left()).toBe(0);
  expect(await reasonOf(decide("unpaid"))).toBe("payment_known");
});
