import type { AppContext, Tx } from "../platform/operation/context.ts";
import type { AttemptId, Authorization, PaymentMethod, RefundId } from "./contract.ts";

export interface PaymentToOpen {
  readonly orderId: string;
  /** KRW. */
  readonly amountKrw: number;
  readonly method: PaymentMethod;
}

/** What a buyer authorized, for a provider that moves money only when it is asked to. */
export interface Charge {
  /** The same for every request about this authorization: by it the provider charges once. */
  readonly id: AttemptId;
  /** What the provider calls the authorization. */
  readonly paymentKey: string;
  /** Whether the provider has not been asked yet. */
  readonly isNew: boolean;
  /** Whether tickets are held for it long enough to charge now; a hold that is gone is never charged. */
  readonly mayCharge: boolean;
  /** Whether it is so old that the provider has forgotten an authorization that was not charged. */
  readonly isStale: boolean;
}

/** A payment as its provider is asked about it. */
export interface PaymentAtProvider extends PaymentToOpen {
  readonly pgPaymentId: string;
  readonly charge: Charge | undefined;
}

/** What a provider says of a payment: `unknown` where it did not answer. */
export interface ProviderStatus {
  readonly outcome: "paid" | "unpaid" | "unknown";
  /** The provider's code for the reason, where it gave one. */
  readonly code?: string | undefined;
  /** What an operator must know: our keys or requests are wrong, or the money is not what was asked for. */
  readonly fault?: "misconfigured" | "differs";
}

/** A payment that must not be made any more, or whose money must go back. */
export type ClosedPayment = Pick<PaymentAtProvider, "pgPaymentId" | "orderId" | "amountKrw">;

/** A refund as its provider is asked for it. */
export interface RefundAtProvider extends ClosedPayment {
  readonly refundId: RefundId;
  /** KRW to give back: all of the payment, or a part. */
  readonly refundKrw: number;
  /** The same for every try of one refund, so that it is given once. */
  readonly key: string;
}

/** What a provider answered to a refund: `refused` is final. */
export interface RefundOutcome {
  readonly outcome: "refunded" | "refused" | "unknown";
  readonly code?: string | undefined;
}

/**
 * A payment provider. `open` and `close` are local, so that a checkout is one transaction: `open` names the payment and
 * the page where the buyer pays without a call. The others call the provider and never run inside a transaction.
 */
export interface PaymentGateway {
  readonly name: string;
  /** Whether its callbacks are signed and change a payment; those of the others only cause its status to be fetched. */
  readonly trustsCallbacks: boolean;
  /** What its own script needs, where its payment window opens on a page of ours. */
  readonly clientKey?: () => string | undefined;
  open(payment: PaymentToOpen): { readonly pgPaymentId: string; readonly sessionUrl: string };
  /**
   * Closes payments that are over, in the caller's transaction and without a call: from here on they cannot be made.
   * @returns those, by the provider's id, that may have been paid before
   */
  close(tx: Tx, payments: readonly ClosedPayment[]): Promise<ReadonlySet<string>>;
  /**
   * Looks up what a buyer came back with from the provider's page, and changes nothing there. A provider that charges by
   * itself has none: its buyers come back with nothing.
   */
  readonly fetchAuthorization?: (
    ctx: AppContext,
    payment: ClosedPayment & { readonly paymentKey: string },
  ) => Promise<Authorization>;
  /**
   * Charges what was authorized where that is still to be done, and says how the payment stands. A payment whose window
   * has ended unpaid is closed, and cannot be paid any more.
   */
  fetchStatus(ctx: AppContext, payment: PaymentAtProvider): Promise<ProviderStatus>;
  refund(ctx: AppContext, refund: RefundAtProvider): Promise<RefundOutcome>;
}
