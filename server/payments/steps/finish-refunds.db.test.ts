import { eq } from "drizzle-orm";
import { afterEach, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { alerts } from "#db/schema/alerts.ts";
import { sandboxPayments } from "#db/schema/payments.ts";
import { cancelOrder } from "../../checkout/commands/cancel-order.ts";
import { clock } from "../../testing/clock.ts";
import { given, newKey } from "../../testing/given.ts";
import { expectEquationsHold } from "../../testing/invariants.ts";
import { deliver, transmissionsOf } from "../../testing/transmissions.ts";
import { replayTransmission } from "../../transmissions/commands/replay-transmission.ts";
import { resolveTransmission } from "../../transmissions/commands/resolve-transmission.ts";
import { askRefundAgain } from "../commands/ask-refund-again.ts";
import { closeRefund } from "../commands/close-refund.ts";
import { refunds } from "../gateways/refunds.ts";
import { sandboxGateway } from "../gateways/sandbox.ts";
import { getPayment, undoneRefunds } from "../queries.ts";

afterEach(expectEquationsHold);

async function givenCancelled() {
  const { id } = await given.saleOpen();
  const buyer = await given.person();
  const paid = await given.paidOrder(buyer, id, 2);
  await cancelOrder(buyer.ctx(newKey()), { id: paid.orderId });
  const now = () => getPayment(buyer.ctx(), { paymentId: paid.paymentId });
  return { ...paid, now };
}

/** The customer's bank refuses the next try to give the money back. */
const bankRefuses = ({ pgPaymentId, orderId, amountKrw }: Awaited<ReturnType<typeof givenCancelled>>) =>
  db
    .insert(sandboxPayments)
    .values({ pgPaymentId, orderId, amountKrw, status: "APPROVED", refusesRefund: true })
    .onConflictDoUpdate({ target: sandboxPayments.pgPaymentId, set: { refusesRefund: true } });

const send = () => deliver(refunds, "payment-provider");
const toldOf = async (orderId: string) =>
  (await transmissionsOf(orderId))
    .filter(({ type }) => type === "refunds.updated" || type === "payments.updated")
    .map(({ payload }) => JSON.parse(payload).newStatus);
const refundIdOf = async ({ now }: Pick<Awaited<ReturnType<typeof givenCancelled>>, "now">) =>
  (await now()).refund?.id ?? "";
const isFiring = async (refundId: string) =>
  (await db.select().from(alerts).where(eq(alerts.subject, refundId))).some(({ resolvedAt }) => !resolvedAt);

it("a payment is completed until the provider has given the money back, and refunded then", async () => {
  const { now, orderId, amountKrw: amount } = await givenCancelled();
  expect(await now()).toMatchObject({ status: "completed", refund: { state: "asked", amount } });
  await send();
  expect(await now()).toMatchObject({ status: "refunded", refund: { state: "done", amount } });
  expect(await toldOf(orderId)).toEqual(["completed", "asked", "done", "refunded"]);
});

it("a refund that the provider refuses is refused, is an alert, and is done when an operator asks again", async () => {
  const cancelled = await givenCancelled();
  const { now, orderId } = cancelled;
  const operator = await given.person("ADMIN");
  const admin = operator.ctx();
  await bankRefuses(cancelled);
  await send();
  const refundId = (await now()).refund?.id ?? "refund_none";
  expect(await now()).toMatchObject({ status: "completed", refund: { state: "refused" } });
  expect(await isFiring(refundId)).toBe(true);
  expect(await undoneRefunds(admin, {})).toContainEqual(
    expect.objectContaining({ id: refundId, state: "refused", code: "BANK_REFUSES", orderId }),
  );
  // Another operator presses at the same time: both are told the same, and it is asked for once.
  const pressed = await Promise.all([1, 2].map(() => askRefundAgain(operator.ctx(newKey()), { refundId })));
  expect(pressed).toMatchObject([{ state: "asked" }, { state: "asked" }]);
  expect(await isFiring(refundId)).toBe(false);
  await send();
  expect(await now()).toMatchObject({ status: "refunded", refund: { state: "done" } });
  expect(await toldOf(orderId)).toEqual(["completed", "asked", "refused", "asked", "done", "refunded"]);
  await expect(askRefundAgain(operator.ctx(newKey()), { refundId })).rejects.toMatchObject({
    reason: "illegal_transition",
  });
});

it("a refund that is refused again is an alert again", async () => {
  const cancelled = await givenCancelled();
  const operator = await given.person("ADMIN");
  for (const nth of [1, 2]) {
    await bankRefuses(cancelled);
    await send();
    const refundId = (await cancelled.now()).refund?.id ?? "refund_none";
    expect(await cancelled.now()).toMatchObject({ status: "completed", refund: { state: "refused" } });
    expect(await isFiring(refundId)).toBe(true);
    if (nth === 1) await askRefundAgain(operator.ctx(newKey()), { refundId });
  }
  expect((await toldOf(cancelled.orderId)).at(-1)).toBe("refused");
});

it("a refund that was closed by hand is not asked for again, and stays refused", async () => {
  const cancelled = await givenCancelled();
  const operator = await given.person("ADMIN");
  const admin = operator.ctx();
  await bankRefuses(cancelled);
  await send();
  const dead = (await transmissionsOf(await refundIdOf(cancelled))).find(({ state }) => state === "DEAD");
  await resolveTransmission(admin, { id: dead?.id ?? "transmission_none", note: "paid by bank transfer" });
  const refundId = (await cancelled.now()).refund?.id ?? "refund_none";
  await expect(askRefundAgain(operator.ctx(newKey()), { refundId })).rejects.toMatchObject({
    reason: "refund_closed",
  });
  expect(await cancelled.now()).toMatchObject({ status: "completed", refund: { state: "refused" } });
});

it("a refused refund whose money went back another way is closed with a note, and is not asked for again", async () => {
  const cancelled = await givenCancelled();
  const operator = await given.person("ADMIN");
  const refundId = (await cancelled.now()).refund?.id ?? "refund_none";
  const close = () => closeRefund(operator.ctx(), { refundId, note: "by bank transfer" });
  await expect(close()).rejects.toMatchObject({ reason: "illegal_transition" });
  await bankRefuses(cancelled);
  await send();
  expect(await close()).toMatchObject({ state: "refused", closedAt: expect.any(String) });
  expect(await close()).toMatchObject({ state: "refused" });
  expect(await isFiring(refundId)).toBe(false);
  const ids = (await undoneRefunds(operator.ctx(), {})).map(({ id }) => id);
  expect(ids).not.toContain(refundId);
  const again = askRefundAgain(operator.ctx(newKey()), { refundId });
  await expect(again).rejects.toMatchObject({ reason: "refund_closed" });
});

it("of two operators who at once close a refused refund and ask for it again, one does", async () => {
  const cancelled = await givenCancelled();
  const [one, other] = [await given.person("ADMIN"), await given.person("ADMIN")];
  await bankRefuses(cancelled);
  await send();
  const refundId = (await cancelled.now()).refund?.id ?? "refund_none";
  const [closed, asked] = await Promise.allSettled([
    closeRefund(one.ctx(), { refundId, note: "by bank transfer" }),
    askRefundAgain(other.ctx(newKey()), { refundId }),
  ]);
  await send();
  const { status } = await cancelled.now();
  if (closed.status === "fulfilled") {
    expect(asked).toMatchObject({ status: "rejected", reason: { reason: "refund_closed" } });
    expect(status).toBe("completed");
  } else {
    expect(closed.reason).toMatchObject({ reason: "illegal_transition" });
    expect(asked.status).toBe("fulfilled");
    expect(status).toBe("refunded");
  }
});

it("a refund is asked for again once under one key, whatever became of it since", async () => {
  const cancelled = await givenCancelled();
  const operator = await given.person("ADMIN");
  await bankRefuses(cancelled);
  await send();
  const refundId = (await cancelled.now()).refund?.id ?? "refund_none";
  const key = newKey();
  const answer = await askRefundAgain(operator.ctx(key), { refundId });
  await send();
  expect(await askRefundAgain(operator.ctx(key), { refundId })).toEqual(answer);
  await expect(askRefundAgain(operator.ctx(), { refundId })).rejects.toMatchObject({
    reason: "idempotency_key_missing",
  });
});

it("a refund whose transmission was replayed by hand may be asked for again, once", async () => {
  const cancelled = await givenCancelled();
  const operator = await given.person("ADMIN");
  const admin = operator.ctx();
  await bankRefuses(cancelled);
  await send();
  const dead = (await transmissionsOf(await refundIdOf(cancelled))).find(({ state }) => state === "DEAD");
  await replayTransmission(admin, { id: dead?.id ?? "transmission_none" });
  await expectEquationsHold();
  const refundId = (await cancelled.now()).refund?.id ?? "refund_none";
  expect(await askRefundAgain(operator.ctx(newKey()), { refundId })).toMatchObject({ state: "asked" });
  await send();
  expect(await cancelled.now()).toMatchObject({ status: "refunded", refund: { state: "done" } });
});

it("a refund whose transmission is given up is refused, and is under way again when that is replayed", async () => {
  const { now } = await givenCancelled();
  const away = { ...refunds, deliver: async () => ({ outcome: "timeout" as const, error: "no answer" }) };
  for (const minutes of [0, 1, 2, 4, 8, 16]) {
    await clock.move(minutes * 60 + 1);
    await deliver(away, "payment-provider");
  }
  expect(await now()).toMatchObject({ status: "completed", refund: { state: "refused" } });
  const dead = (await transmissionsOf(await refundIdOf({ now }))).find(
    ({ destination }) => destination === "payment-provider",
  );
  expect(dead?.state).toBe("DEAD");
  await replayTransmission((await given.person("ADMIN")).ctx(), { id: dead?.id ?? "transmission_none" });
  await send();
  expect(await now()).toMatchObject({ status: "refunded", refund: { state: "done" } });
});

it("a worker that dies after the provider's answer has the money given back once", async () => {
  const { now, pgPaymentId, orderId, amountKrw } = await givenCancelled();
  const refund = (await now()).refund;
  if (!refund) throw new Error("no refund");
  const [asked] = await transmissionsOf(refund.id);
  await sandboxGateway.refund(await given.person().then((person) => person.ctx()), {
    ...{ pgPaymentId, orderId, amountKrw, refundId: refund.id, refundKrw: refund.amount },
    key: asked?.id ?? "",
  });
  expect(await now()).toMatchObject({ status: "completed", refund: { state: "asked" } });
  await send();
  expect(await now()).toMatchObject({ status: "refunded", refund: { state: "done" } });
});
