import type { AppContext } from "../../platform/operation/context.ts";
import type { Authorization, PaymentId } from "../contract.ts";
import type { PaymentGateway, ProviderStatus } from "../gateway.ts";
import type { ClaimedPayment } from "../steps/claim-payments.ts";
import type { PaymentRow } from "../store.ts";
import { sandboxGateway } from "./sandbox.ts";
import { tossGateway } from "./toss.ts";

const gateways: readonly PaymentGateway[] = [sandboxGateway, tossGateway];
const find = (name: string) => gateways.find((known) => known.name === name);

/** The provider that a payment was opened at, which need not be the one that is configured now. */
export function gatewayOf(name: string): PaymentGateway {
  const gateway = find(name);
  if (!gateway) throw new Error(`no payment provider is called ${name}`);
  return gateway;
}

/** Whether the provider's callbacks change a payment; a provider that is gone is not trusted. */
export const trustsCallbacks = (name: string): boolean => find(name)?.trustsCallbacks ?? false;

/** The public key of a provider whose payment window opens on a page of ours; null for the others. */
export const clientKeyOf = (name: string): string | null => find(name)?.clientKey?.() ?? null;

/** A payment, and what its provider says of it. */
export interface FetchedPayment {
  readonly payment: ClaimedPayment;
  readonly status: ProviderStatus;
}

/**
 * Has the payments' providers charge what was authorized, where that is still to be done, and fetches their statuses,
 * outside any transaction. A status is unknown where the provider does not answer.
 * @param held - the payments for which tickets are held long enough to charge
 */
export const fetchStatuses = (
  ctx: AppContext,
  payments: readonly ClaimedPayment[],
  held: ReadonlySet<PaymentId>,
): Promise<FetchedPayment[]> =>
  Promise.all(payments.map((payment) => fetchStatus(ctx, payment, held.has(payment.id))));

async function fetchStatus(
  ctx: AppContext,
  payment: ClaimedPayment,
  mayCharge: boolean,
): Promise<FetchedPayment> {
  const charge = payment.charge && { ...payment.charge, mayCharge };
  try {
    return { payment, status: await gatewayOf(payment.provider).fetchStatus(ctx, { ...payment, charge }) };
  } catch (error) {
    ctx.log.warn({ action: "payments.settle", target: payment.id, err: error });
    return { payment, status: { outcome: "unknown" } };
  }
}

/**
 * Fetches what a payment's provider says of the authorization that a buyer came back with, outside any transaction. It
 * is unknown where the provider does not answer, or is not there any more.
 */
export async function fetchAuthorization(
  ctx: AppContext,
  { id, provider, pgPaymentId, orderId, amountKrw }: PaymentRow,
  paymentKey: string,
): Promise<Authorization> {
  try {
    const gateway = gatewayOf(provider);
    if (!gateway.fetchAuthorization) return { outcome: "refused", why: "unknown" };
    return await gateway.fetchAuthorization(ctx, { pgPaymentId, orderId, amountKrw, paymentKey });
  } catch (error) {
    ctx.log.warn({ action: "payments.authorization", target: id, err: error });
    return { outcome: "unknown", code: "no answer" };
  }
}
