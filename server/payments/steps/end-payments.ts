import type { Step } from "../../platform/database/transition.ts";
import type { Tx } from "../../platform/operation/context.ts";
import type { Id } from "../../platform/values/ids.ts";
import { gatewayOf } from "../gateways/by-name.ts";
import { failUnknown, lockPaymentsOfOrders, movePayments } from "../store.ts";

/**
 * Fails the payments of orders that ended and closes them at their provider. Where money may still be on its way, the
 * outcome is marked as unknown: the provider is asked until it knows, and the money is evaluated then.
 * @param isKnown - whether the provider has said that it took nothing
 */
export async function endPayments(
  tx: Tx,
  orders: readonly Step<Id<"order">>[],
  reason: string,
  isKnown = false,
): Promise<void> {
  const byOrder = new Map(orders.map(({ id, by }) => [id, by]));
  const open = (await lockPaymentsOfOrders(tx, [...byOrder.keys()])).map((payment) => ({
    ...payment,
    by: byOrder.get(payment.orderId),
  }));
  const unclear = new Set(open.filter(({ unknownSince }) => unknownSince).map(({ id }) => id));
  for (const name of new Set(open.map(({ provider }) => provider))) {
    const own = open.filter(({ provider }) => provider === name);
    const paid = await gatewayOf(name).close(tx, own);
    for (const { id, pgPaymentId } of own) if (paid.has(pgPaymentId)) unclear.add(id);
  }
  const isUnclear = ({ id }: (typeof open)[number]) => !isKnown && unclear.has(id);
  await movePayments(
    tx,
    open.filter((payment) => !isUnclear(payment)),
    "failed",
    reason,
  );
  await failUnknown(tx, open.filter(isUnclear), reason);
}
