import type { Tx } from "../../platform/operation/context.ts";
import { type ChargeRow, findCharges, insertCharge } from "../attempts.store.ts";
import type { GivenAuthorization, PaymentId } from "../contract.ts";
import type { Charge } from "../gateway.ts";
import { leaseDue, leaseNotified, leaseOne, movePayments, type PaymentRow } from "../store.ts";

/**
 * A payment to ask its provider about, under a lease: its status may be written only under the last claim. With it what
 * the buyer authorized, where the provider charges only when it is asked to.
 */
export interface ClaimedPayment extends PaymentRow {
  readonly charge: Omit<Charge, "mayCharge"> | undefined;
}

/** Claims payments whose window has ended, or whose outcome is not known. */
export async function claimUnreconciled(tx: Tx): Promise<ClaimedPayment[]> {
  const rows = await leaseDue(tx);
  const charges = await findCharges(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.map((payment) => withCharge(payment, charges.get(payment.id), false));
}

/**
 * Claims a payment whose provider may have news of it.
 * @returns undefined where there is nothing to ask, or the provider is being asked already
 */
export async function claimNotified(tx: Tx, id: PaymentId): Promise<ClaimedPayment | undefined> {
  const payment = await leaseNotified(tx, id);
  return payment && withCharge(payment, (await findCharges(tx, [id])).get(id), false);
}

/**
 * Claims a locked payment that its buyer authorized, as its provider says. A payment whose money was taken already is
 * looked up and not charged.
 * @returns undefined where that authorization was used before
 */
export async function claimForCharge(
  tx: Tx,
  id: PaymentId,
  authorization: GivenAuthorization,
): Promise<ClaimedPayment | undefined> {
  const charge = await insertCharge(tx, id, authorization);
  if (!charge) return undefined;
  // A payment whose last card was refused is at its provider again.
  await movePayments(tx, [{ id }], "processing", "authorized");
  return withCharge(await leaseOne(tx, id), charge, !authorization.isCharged);
}

const withCharge = (payment: PaymentRow, charge: ChargeRow | undefined, isNew: boolean): ClaimedPayment => ({
  ...payment,
  charge: charge && { ...charge, isNew },
});
