import { eq, sql } from "drizzle-orm";
import { payments } from "#db/schema/payments.ts";
import { inSeconds } from "../platform/database/clock.ts";
import { inList } from "../platform/database/rows.ts";
import type { Tx } from "../platform/operation/context.ts";
import type { PaymentId } from "./contract.ts";

/**
 * Saves what an operator decided of a locked payment. Its provider is asked all the same; one that is being asked now is
 * asked again, since its answer was to another state.
 */
export async function markDecided(
  tx: Tx,
  id: PaymentId,
  decidedAs: "paid" | "unpaid",
  againInSeconds: number,
): Promise<void> {
  await tx.db
    .update(payments)
    .set({
      decidedAs,
      settleAfter: inSeconds(againInSeconds),
      reconcileClaims: sql`${payments.reconcileClaims} + 1`,
      ...(decidedAs === "paid" && { unknownSince: null }),
    })
    .where(eq(payments.id, id));
}

/** The provider of decided payments does not answer yet: it is asked again in a while. */
export async function postponeDecided(
  tx: Tx,
  ids: readonly PaymentId[],
  againInSeconds: number,
): Promise<void> {
  if (ids.length > 0)
    await tx.db
      .update(payments)
      .set({ settleAfter: inSeconds(againInSeconds) })
      .where(inList(payments.id, ids));
}
