import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "#db/client.ts";
import { paymentAttempts, payments } from "#db/schema/payments.ts";
import { onlyRow } from "../../platform/database/rows.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { historyOf } from "../../platform/database/transition.ts";
import { systemContext } from "../../platform/operation/context.ts";
import { given } from "../../testing/given.ts";
import type { PaymentId } from "../contract.ts";
import { paymentMachine } from "../machine.ts";
import { lockPayments } from "../store.ts";
import { claimForCharge } from "./claim-payments.ts";
import { reopenPayments, saveDeclines } from "./reopen-payments.ts";
import { transitionPayments } from "./transition-payments.ts";

const ctx = systemContext("payments.settle");

const rowOf = async (id: PaymentId) => onlyRow(await db.select().from(payments).where(eq(payments.id, id)));
const attemptsOf = (id: PaymentId) =>
  db
    .select({
      paymentKey: paymentAttempts.paymentKey,
      outcome: paymentAttempts.outcome,
      code: paymentAttempts.code,
    })
    .from(paymentAttempts)
    .where(eq(paymentAttempts.paymentId, id))
    .orderBy(paymentAttempts.paymentKey);
const stepsOf = async (id: PaymentId) =>
  (await historyOf(ctx, paymentMachine, id)).map(({ to, reason, by }) => `${to} ${reason} ${by}`);
const TRIED = "processing attempt_refused system";
const REFUSED = ["failed attempt_refused system", "pending attempt_refused system"];

async function givenCheckout() {
  const { id } = await given.saleOpen();
  const { paymentId, pgPaymentId } = await given.checkout(await given.person(), id);
  return { paymentId, pgPaymentId, before: await stepsOf(paymentId) };
}

/** A payment whose outcome is not known yet. */
async function givenProcessing() {
  const { paymentId } = await givenCheckout();
  const paymentKey = crypto.randomUUID();
  await inTransaction(ctx, (tx) =>
    claimForCharge(tx, paymentId, { outcome: "given", paymentKey, isCharged: false }),
  );
  const payment = await rowOf(paymentId);
  expect(payment).toMatchObject({ state: "processing", unknownSince: expect.any(Date) });
  return { payment, paymentId, before: await stepsOf(paymentId) };
}

/** Declines a card as each settling of a payment does: under the payment's lock. */
const decline = (pgPaymentId: string, ...keys: string[]) =>
  inTransaction(ctx, async (tx) => {
    const payment = onlyRow([...(await lockPayments(tx, [pgPaymentId])).values()]);
    const cards = keys.map((paymentKey) => ({ payment, paymentKey, code: `CODE_${paymentKey}` }));
    // The second of a batch finds what the first has made of the payment.
    await saveDeclines(
      tx,
      cards.map((card, nth) => (nth === 0 ? card : { ...card, payment: { ...payment, state: "pending" } })),
    );
  });

it("opens one whose charge was refused, through failed, and no outcome is waited for", async () => {
  const { payment, paymentId, before } = await givenProcessing();
  await inTransaction(ctx, (tx) => reopenPayments(tx, [payment]));
  expect(await rowOf(paymentId)).toMatchObject({ state: "pending", unknownSince: null, settleAfter: null });
  expect(await stepsOf(paymentId)).toEqual([...before, ...REFUSED]);
});

it("writes of one that is not processing that it was, so that each card stands in its history", async () => {
  const { paymentId, pgPaymentId, before } = await givenCheckout();
  await decline(pgPaymentId, "a", "b");
  expect(await rowOf(paymentId)).toMatchObject({ state: "pending" });
  expect(await attemptsOf(paymentId)).toEqual([
    { paymentKey: "a", outcome: "refused", code: "CODE_a" },
    { paymentKey: "b", outcome: "refused", code: "CODE_b" },
  ]);
  expect(await stepsOf(paymentId)).toEqual([...before, ...REFUSED, TRIED, ...REFUSED]);
});

it.each(["completed", "refunded"] as const)(
  "leaves one alone that is %s: nothing is written",
  async (end) => {
    const { paymentId, pgPaymentId } = await givenCheckout();
    await given.callback(pgPaymentId, "SUCCESS");
    if (end === "refunded")
      await inTransaction(ctx, async (tx) =>
        transitionPayments(tx, [await rowOf(paymentId)], [end], "given back"),
      );
    const before = await stepsOf(paymentId);
    await expect(decline(pgPaymentId, `late ${end}`)).rejects.toMatchObject({
      ...{ reason: "illegal_transition", params: { from: end, to: "failed" } },
    });
    expect(await rowOf(paymentId)).toMatchObject({ state: end });
    expect(await stepsOf(paymentId)).toEqual(before);
    expect(await attemptsOf(paymentId)).toEqual([]);
  },
);

it("takes two that race one after the other: both cards are kept, and the payment waits for a third", async () => {
  const { paymentId, pgPaymentId, before } = await givenCheckout();
  await Promise.all([decline(pgPaymentId, "left"), decline(pgPaymentId, "right")]);
  expect(await rowOf(paymentId)).toMatchObject({ state: "pending", unknownSince: null });
  expect((await attemptsOf(paymentId)).map(({ paymentKey }) => paymentKey)).toEqual(["left", "right"]);
  expect(await stepsOf(paymentId)).toEqual([...before, ...REFUSED, TRIED, ...REFUSED]);
});

it("in a race with the payment's success either stands before it or is refused, and never undoes it", async () => {
  const { paymentId, pgPaymentId, before } = await givenCheckout();
  const [declined] = await Promise.allSettled([
    decline(pgPaymentId, "racing"),
    given.callback(pgPaymentId, "SUCCESS"),
  ]);
  expect(await rowOf(paymentId)).toMatchObject({ state: "completed" });
  const kept = declined.status === "fulfilled" ? REFUSED : [];
  const paid = [...(kept.length > 0 ? ["processing paid system"] : []), "completed paid system"];
  expect(await stepsOf(paymentId)).toEqual([...before, ...kept, ...paid]);
  expect(await attemptsOf(paymentId)).toHaveLength(declined.status === "fulfilled" ? 1 : 0);
});
