import type { AppContext, Tx } from "../../platform/operation/context.ts";
import { type ChargeRow, findCharges, insertCharge } from "../attempts.store.ts";
import type { Authorization, GivenAuthorization, PaymentId } from "../contract.ts";
import type { Charge, Conclusion } from "../gateway.ts";
import { gatewayOf } from "../gateways/by-name.ts";
import {
  claimUnreconciled as claimDue,
  claimOne,
  claimHinted as claimWhereHinted,
  movePayments,
  type PaymentRow,
} from "../store.ts";

/**
 * A payment to ask its provider about, under a lease; whoever settles it must still hold the last claim. With it what
 * the buyer authorized, where the provider charges only when it is asked to.
 */
export interface ClaimedPayment extends PaymentRow {
  readonly charge: Omit<Charge, "mayCharge"> | undefined;
}

/** A payment, and what its provider says became of it. */
export interface Asked {
  readonly payment: ClaimedPayment;
  readonly conclusion: Conclusion;
}

/** Payments whose window has ended, or whose outcome is not known. */
export async function claimUnreconciled(tx: Tx): Promise<ClaimedPayment[]> {
  const rows = await claimDue(tx);
  const charges = await findCharges(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.map((payment) => withCharge(payment, charges.get(payment.id), false));
}

/** A payment that its provider may have news of; undefined where there is nothing to ask, or somebody is asking. */
export async function claimHinted(tx: Tx, id: PaymentId): Promise<ClaimedPayment | undefined> {
  const payment = await claimWhereHinted(tx, id);
  return payment && withCharge(payment, (await findCharges(tx, [id])).get(id), false);
}

/**
 * A payment, locked, whose buyer authorized it, as its provider says; undefined where that authorization was used
 * before. One whose money was taken already is looked up and not charged.
 */
export async function claimForCharge(
  tx: Tx,
  id: PaymentId,
  authorization: GivenAuthorization,
): Promise<ClaimedPayment | undefined> {
  const charge = await insertCharge(tx, id, authorization);
  if (!charge) return undefined;
  // One whose last card was refused is at its provider again.
  await movePayments(tx, [{ id }], "processing", "authorized");
  return withCharge(await claimOne(tx, id), charge, !authorization.isCharged);
}

/**
 * Asks a payment's provider what a buyer came back with, outside any transaction; one that does not answer, or is not
 * there any more, does not know.
 */
export async function askAuthorization(
  ctx: AppContext,
  { id, provider, pgPaymentId, orderId, amountKrw }: PaymentRow,
  paymentKey: string,
): Promise<Authorization> {
  try {
    const { authorization } = gatewayOf(provider);
    if (!authorization) return { outcome: "refused", why: "unknown" };
    return await authorization(ctx, { pgPaymentId, orderId, amountKrw, paymentKey });
  } catch (error) {
    ctx.log.warn({ action: "payments.authorization", target: id, err: error });
    return { outcome: "unknown", code: "no answer" };
  }
}

const withCharge = (payment: PaymentRow, charge: ChargeRow | undefined, isNew: boolean): ClaimedPayment => ({
  ...payment,
  charge: charge && { ...charge, isNew },
});

/**
 * Asks a payment's provider, outside any transaction; one that does not answer does not know.
 * @param mayCharge - whether tickets are held for it long enough
 */
export async function askProvider(
  ctx: AppContext,
  payment: ClaimedPayment,
  mayCharge: boolean,
): Promise<Asked> {
  const charge = payment.charge && { ...payment.charge, mayCharge };
  try {
    const conclusion = await gatewayOf(payment.provider).conclude(ctx, { ...payment, charge });
    return { payment, conclusion };
  } catch (error) {
    ctx.log.warn({ action: "payments.settle", target: payment.id, err: error });
    return { payment, conclusion: { outcome: "unknown" } };
  }
}
