import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "#db/client.ts";
import { payments } from "#db/schema/payments.ts";
import { markUnknown } from "../../payments/store.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { systemContext } from "../../platform/operation/context.ts";
import { given } from "../../testing/given.ts";
import { expectEquationsHold } from "../../testing/invariants.ts";
import { decidePurchase } from "./decide-purchase.ts";

const ctx = systemContext("test");

it("takes the number of the claim from a worker that is asking, whose answer was to another state", async () => {
  const { id } = await given.saleOpen();
  const { paymentId, pgPaymentId } = await given.checkout(await given.person(), id, 2);
  await inTransaction(ctx, (tx) => markUnknown(tx, [paymentId], 60));
  const now = async () => (await db.select().from(payments).where(eq(payments.id, paymentId)))[0];
  const before = (await now())?.reconcileClaims ?? 0;
  await inTransaction(ctx, (tx) => decidePurchase(tx, pgPaymentId, "unpaid"));
  expect(await now()).toMatchObject({ state: "failed", decidedAs: "unpaid", reconcileClaims: before + 1 });
  await expectEquationsHold();
});
