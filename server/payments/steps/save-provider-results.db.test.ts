import { and, eq, isNull } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "#db/client.ts";
import { alerts } from "#db/schema/alerts.ts";
import { paymentAttempts } from "#db/schema/payments.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { systemContext } from "../../platform/operation/context.ts";
import { given } from "../../testing/given.ts";
import type { ProviderStatus } from "../gateway.ts";
import { claimForCharge } from "./claim-payments.ts";
import { saveProviderResults } from "./save-provider-results.ts";

const ctx = systemContext("payments.settle");

async function givenClaimed() {
  const { id } = await given.saleOpen({ stock: 5 });
  const { paymentId } = await given.checkout(await given.person(), id);
  const paymentKey = crypto.randomUUID();
  const claimed = await inTransaction(ctx, (tx) =>
    claimForCharge(tx, paymentId, { outcome: "given", paymentKey, isCharged: false }),
  );
  if (!claimed) throw new Error("it was not claimed");
  return {
    claimed,
    paymentKey,
    save: (status: ProviderStatus) =>
      inTransaction(ctx, (tx) => saveProviderResults(tx, [{ payment: claimed, status }])),
    attempts: () => db.select().from(paymentAttempts).where(eq(paymentAttempts.paymentId, paymentId)),
  };
}

const firing = (subject: string) =>
  db
    .select()
    .from(alerts)
    .where(and(eq(alerts.subject, subject), isNull(alerts.resolvedAt)));

it.each([
  ["paid", undefined, "done"],
  ["unpaid", "REJECT_CARD_PAYMENT", "refused"],
  ["unknown", "AbortError", null],
] as const)("saves of one that is %s that it is %s/%s", async (outcome, code, kept) => {
  const { save, attempts } = await givenClaimed();
  await save({ outcome, code });
  const endedAt = kept === null ? null : expect.any(Date);
  expect(await attempts()).toMatchObject([{ outcome: kept, code: kept && (code ?? null), endedAt }]);
});

it("lets an end stand: what is said later changes nothing", async () => {
  const { save, attempts } = await givenClaimed();
  await save({ outcome: "paid" });
  await save({ outcome: "unpaid", code: "LATE" });
  expect(await attempts()).toMatchObject([{ outcome: "done", code: null }]);
});

it("takes an authorization once, for one payment", async () => {
  const { claimed, paymentKey } = await givenClaimed();
  const other = await givenClaimed();
  for (const id of [claimed.id, other.claimed.id])
    expect(
      await inTransaction(ctx, (tx) =>
        claimForCharge(tx, id, { outcome: "given", paymentKey, isCharged: false }),
      ),
    ).toBeUndefined();
});

it("raises an alert about the provider, which the next payment ends, and one about money that differs", async () => {
  const { claimed, save } = await givenClaimed();
  await save({ outcome: "unpaid", code: "UNAUTHORIZED_KEY", fault: "misconfigured" });
  expect(await firing(claimed.provider)).toMatchObject([
    { kind: "provider_misconfigured", detail: { code: "UNAUTHORIZED_KEY" } },
  ]);
  const next = await givenClaimed();
  await next.save({ outcome: "unknown", code: "DONE 1", fault: "differs" });
  expect(await firing(next.claimed.pgPaymentId)).toMatchObject([
    { kind: "payment_differs", detail: { told: "DONE 1", amountKrw: next.claimed.amountKrw } },
  ]);
  await next.save({ outcome: "paid" });
  expect(await firing(claimed.provider)).toEqual([]);
});
