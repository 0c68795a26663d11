import type { AppContext, Tx } from "../platform/operation/context.ts";
import type { AttemptId, Authorization, PaymentMethod } from "./contract.ts";

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
  /** Whether the provider was never asked. */
  readonly isNew: boolean;
  /** Whether tickets are held for it long enough to charge now; a hold that is gone is never charged. */
  readonly mayCharge: boolean;
  /** Whether it is so old that the provider has forgotten an authorization that nobody charged. */
  readonly isStale: boolean;
}

/** A payment as its provider is asked about it. */
export interface PaymentAtProvider extends PaymentToOpen {
  readonly pgPaymentId: string;
  readonly charge: Charge | undefined;
}

/** What a provider says when asked: `unknown` where it did not say. */
export interface Conclusion {
  readonly outcome: "paid" | "unpaid" | "unknown";
  /** Its own word for why, where it gave one. */
  readonly code?: string | undefined;
  /** What an operator must know: our keys or requests are wrong, or the money is not what was asked for. */
  readonly fault?: "misconfigured" | "differs";
}

/** A payment that is not to be made any more, or its money that is to go back. */
export type ClosedPayment = Pick<PaymentAtProvider, "pgPaymentId" | "orderId" | "amountKrw">;

/** What came of asking for money back: `refused` is for good. */
export interface RefundOutcome {
  readonly outcome: "refunded" | "refused" | "unknown";
  readonly code?: string | undefined;
}

/**
 * A payment provider. `open` is local: it names the payment and the page where the buyer pays without a call,
 * so that a checkout is one transaction; so is `close`. The others call the provider and are never asked inside a transaction.
 */
export interface PaymentGateway {
  readonly name: string;
  /** Whether its callbacks are signed and decide; those of the others are hints to ask. */
  readonly callbacksDecide: boolean;
  /** What its own script needs, where its payment window opens on a page of ours. */
  readonly clientKey?: () => string | undefined;
  open(payment: PaymentToOpen): { readonly pgPaymentId: string; readonly sessionUrl: string };
  /**
   * Closes payments that are over, in the caller's transaction and without a call: from here on they cannot be made.
   * @returns those, by the provider's id, that may have been paid before
   */
  close(tx: Tx, payments: readonly ClosedPayment[]): Promise<ReadonlySet<string>>;
  /**
   * Looks up what a buyer came back with from the provider's page, and changes nothing there. Where the provider charges
   * by itself, nobody comes back with anything.
   */
  readonly authorization?: (
    ctx: AppContext,
    payment: ClosedPayment & { readonly paymentKey: string },
  ) => Promise<Authorization>;
  /**
   * Charges what was authorized where that is still to be done, and says what became of the payment. One whose window
   * has ended and that nobody paid is closed, and cannot be paid any more.
   */
  conclude(ctx: AppContext, payment: PaymentAtProvider): Promise<Conclusion>;
  /** @param key - the same for every try of one refund, so that it is given once */
  refund(ctx: AppContext, payment: ClosedPayment & { readonly key: string }): Promise<RefundOutcome>;
}
