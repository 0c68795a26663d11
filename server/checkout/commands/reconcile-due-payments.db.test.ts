import { and, eq, like } from "drizzle-orm";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { db } from "#db/client.ts";
import { orders } from "#db/schema/orders.ts";
import { payments, sandboxPayments } from "#db/schema/payments.ts";
import { transmissions } from "#db/schema/transmissions.ts";
import { saleOf } from "../../catalog/queries.ts";
import { fetchStatuses } from "../../payments/gateways/by-name.ts";
import { refunds } from "../../payments/gateways/refunds.ts";
import { sandboxGateway } from "../../payments/gateways/sandbox.ts";
import { bookPayment } from "../../payments/gateways/sandbox-books.ts";
import { systemContext } from "../../platform/operation/context.ts";
import { clock } from "../../testing/clock.ts";
import { given } from "../../testing/given.ts";
import { expectEquationsHold } from "../../testing/invariants.ts";
import { until } from "../../testing/until.ts";
import { reconcileDuePayments } from "./reconcile-due-payments.ts";

const ctx = systemContext("payments.settle");
const WINDOW_OVER = 301;

type Checkout = Awaited<ReturnType<typeof given.checkout>>;

afterEach(() => vi.restoreAllMocks());
/** Each test has the unsettled payments to itself. */
beforeEach(async () => {
  await clock.move(WINDOW_OVER);
  await reconcileDuePayments(ctx, {});
});

async function givenCheckout() {
  const { id } = await given.saleOpen({ stock: 5 });
  const checkout = await given.checkout(await given.person(), id, 2);
  return { ...checkout, eventSessionId: id };
}

/** The customer pays at the provider, and no callback comes. */
const payInSilence = ({ pgPaymentId, orderId, amountKrw }: Checkout) =>
  bookPayment(ctx, { pgPaymentId, orderId, amountKrw }, "APPROVED");

async function statesOf({ orderId }: Pick<Checkout, "orderId">) {
  const [row] = await db
    .select({ order: orders.state, payment: payments.state, unknownSince: payments.unknownSince })
    .from(orders)
    .innerJoin(payments, eq(payments.orderId, orders.id))
    .where(eq(orders.id, orderId));
  return row;
}

const left = async ({ eventSessionId }: { eventSessionId: Parameters<typeof saleOf>[1] }) =>
  (await saleOf(ctx, eventSessionId)).remainingStock;

it("leaves payments alone whose window is open", async () => {
  const checkout = await givenCheckout();
  await reconcileDuePayments(ctx, {});
  expect(await statesOf(checkout)).toMatchObject({ order: "processing", payment: "processing" });
});

it("sells what was paid though the callback never came, once however many ask", async () => {
  const checkout = await givenCheckout();
  await payInSilence(checkout);
  await clock.move(WINDOW_OVER);
  await Promise.all([1, 2, 3].map(() => reconcileDuePayments(ctx, {})));
  expect(await statesOf(checkout)).toMatchObject({ order: "confirmed", payment: "completed" });
  expect(await left(checkout)).toBe(3);
  await given.callback(checkout.pgPaymentId, "SUCCESS");
  expect(await left(checkout)).toBe(3);
  await expectEquationsHold();
});

it("gives back what was not paid, after which it cannot be paid", async () => {
  const checkout = await givenCheckout();
  await clock.move(WINDOW_OVER);
  await reconcileDuePayments(ctx, {});
  expect(await statesOf(checkout)).toMatchObject({ order: "failed", payment: "failed" });
  expect(await left(checkout)).toBe(5);
  expect(await payInSilence(checkout)).toMatchObject({ status: "DECLINED" });
  await expectEquationsHold();
});

it("keeps the stock while the outcome is unknown, and asks until it is known", async () => {
  const checkout = await givenCheckout();
  await payInSilence(checkout);
  await clock.move(WINDOW_OVER);
  const fetched = vi.spyOn(sandboxGateway, "fetchStatus").mockRejectedValue(new Error("no answer"));
  await reconcileDuePayments(ctx, {});
  expect(await statesOf(checkout)).toMatchObject({ payment: "processing", unknownSince: expect.any(Date) });
  await reconcileDuePayments(ctx, {});
  expect(fetched).toHaveBeenCalledTimes(1);
  fetched.mockRestore();
  await clock.move(61);
  await reconcileDuePayments(ctx, {});
  expect(await statesOf(checkout)).toMatchObject({ order: "confirmed", payment: "completed" });
  await expectEquationsHold();
});

it("writes nothing where another took the payment over while the provider was asked", async () => {
  const checkout = await givenCheckout();
  await payInSilence(checkout);
  await clock.move(WINDOW_OVER);
  const gate = Promise.withResolvers<{ outcome: "unpaid" }>();
  const fetched = vi.spyOn(sandboxGateway, "fetchStatus").mockReturnValueOnce(gate.promise);
  const asleep = reconcileDuePayments(ctx, {});
  await until(() => fetched.mock.calls.length === 1);
  await clock.move(61);
  await reconcileDuePayments(ctx, {});
  gate.resolve({ outcome: "unpaid" });
  await asleep;
  expect(await statesOf(checkout)).toMatchObject({ order: "confirmed", payment: "completed" });
  await expectEquationsHold();
});

it("sends money back that came when the tickets were others', and the provider gives it back once", async () => {
  const { id } = await given.saleOpen({ stock: 2 });
  const late = await given.checkout(await given.person(), id, 2);
  await payInSilence(late);
  await clock.move(WINDOW_OVER);
  await given.paidOrder(await given.person(), id, 2);
  await reconcileDuePayments(ctx, {});
  expect(await statesOf(late)).toMatchObject({ order: "failed", payment: "completed" });
  const [refund] = await db
    .select()
    .from(transmissions)
    .where(
      and(
        like(transmissions.payload, `%${late.orderId}%`),
        eq(transmissions.destination, "payment-provider"),
      ),
    );
  const send = () => refunds.deliver({ id: refund?.id ?? "", body: refund?.payload ?? "" });
  expect([await send(), await send()]).toEqual([{ outcome: "sent" }, { outcome: "sent" }]);
  const [book] = await db
    .select()
    .from(sandboxPayments)
    .where(eq(sandboxPayments.pgPaymentId, late.pgPaymentId));
  expect(book?.status).toBe("REFUNDED");
  await expectEquationsHold();
});

it("does not know of a payment whose provider is not there any more", async () => {
  const { paymentId } = await givenCheckout();
  const [payment] = await db.select().from(payments).where(eq(payments.id, paymentId));
  if (!payment) throw new Error("no payment");
  const gone = { ...payment, provider: "gone", charge: undefined };
  expect(await fetchStatuses(ctx, [gone], new Set())).toMatchObject([{ status: { outcome: "unknown" } }]);
});
