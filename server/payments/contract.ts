import { z } from "zod";
import { type Id, idOf } from "../platform/values/ids.ts";
import { amountKrw, foreignText, instantOut, noteText } from "../platform/values/text.ts";
import { paymentMachine, refundMachine } from "./machine.ts";

export type PaymentId = Id<"payment">;
export const paymentId = idOf("payment");
export type AttemptId = Id<"attempt">;

export const PAYMENT_METHODS = ["CARD", "TRANSFER", "EASY_PAY"] as const;
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];

export const PaymentInput = z.strictObject({ paymentId });

export type RefundId = Id<"refund">;
const refundId = idOf("refund");
export const RefundInput = z.strictObject({ refundId });

/** Closes a refused refund whose money went back another way, with how it did. */
export const CloseRefund = RefundInput.extend({ note: noteText });

/** Why money is asked back. */
export const REFUND_REASONS = [
  "cancelled_by_buyer",
  "cancelled_by_admin",
  /** The seller of its event cancelled it before its parcel left. */
  "cancelled_by_seller",
  /** The parcel with its paper tickets came back. */
  "parcel_returned",
  /** The parcel with its paper tickets was lost. */
  "parcel_lost",
  /** An operator gave single tickets back. */
  "tickets_returned_by_admin",
  /** The event session was cancelled. */
  "event_cancelled",
  /** The money came when the hold was over, and its tickets were sold to others. */
  "sold_out_after_payment",
  /** The money came when the hold was over, and sales had been closed or paused. */
  "sales_ended_after_payment",
  /** The money came when the hold was over, and the event had been taken off sale. */
  "withdrawn_after_payment",
  /** The money came when the hold was over, and the buyer had the maximum of tickets. */
  "limit_reached_after_payment",
  /** The provider took the money after it had said that it would not. */
  "order_had_failed",
] as const;
export type RefundReason = (typeof REFUND_REASONS)[number];

/** A refund of an order or of some of its tickets: the buyer has the money only once it is done. */
export const Refund = z.object({
  id: refundId,
  state: z.enum(refundMachine.states),
  /** KRW. */
  amount: z.int(),
  shippingFee: z.int().meta({ description: "What of the amount is for the parcel, in KRW." }),
  cancelFee: z.int().meta({ description: "KRW that were kept of its tickets' prices." }),
  /** One of {@link REFUND_REASONS}, or a reason of an earlier release. */
  reason: z.string(),
  ticketNumbers: z.array(z.int()).nullable().meta({
    description: "Which of the order's tickets it is for, the first being 1; null where it is for all of it.",
  }),
  closedAt: instantOut.nullable().meta({
    description: "When an operator closed a refused one, since the money went back another way.",
  }),
  askedAt: instantOut,
  /** When its state changed last. */
  updatedAt: instantOut,
});
export type Refund = z.output<typeof Refund>;

/** A refund that the provider has not done, as operators see it. */
export const UndoneRefund = Refund.extend({
  orderId: idOf("order"),
  paymentId,
  provider: z.string(),
  /** The provider's code for why it was refused. */
  code: z.string().nullable(),
});
export type UndoneRefund = z.output<typeof UndoneRefund>;

export const Payment = z.object({
  id: paymentId,
  orderId: idOf("order"),
  status: z.enum(paymentMachine.states),
  /** KRW. */
  amount: z.int(),
  method: z.enum(PAYMENT_METHODS),
  pgPaymentId: z.string(),
  /** The provider's code for why it refused the last card, while the payment waits for another; null otherwise. */
  refusedBecause: z.string().nullable(),
  /** The latest refund of its money; null where none was asked for. */
  refund: Refund.nullable(),
  updatedAt: instantOut,
});
export type Payment = z.output<typeof Payment>;

/** The state of a payment after a try to charge it. */
export const PaymentConfirmation = z.object({
  status: z.enum(paymentMachine.states),
  /** Whether the provider's answer is awaited. */
  confirming: z.boolean(),
  /** The provider's code for why it refused the last try. */
  refusedBecause: z.string().nullable(),
});

/**
 * Why what a buyer came back with does not authorize the payment. `unknown`: the provider does not know it, or the buyer
 * has not finished it. `foreign`: it is for another order. `over`: its time ended or it was declined.
 */
export type AuthorizationFault = "unknown" | "foreign" | "over";

/** What the provider says of an authorization. Nothing else may freeze a hold. */
export type Authorization =
  | {
      readonly outcome: "given";
      readonly paymentKey: string;
      /** Whether its money was taken already: then it is only saved. */
      readonly isCharged: boolean;
    }
  | { readonly outcome: "refused"; readonly why: AuthorizationFault }
  | { readonly outcome: "wrong_amount"; readonly amountKrw: number }
  | { readonly outcome: "unknown"; readonly code: string; readonly fault?: "misconfigured" };
export type GivenAuthorization = Extract<Authorization, { outcome: "given" }>;

/** `DECLINED` is a card that was refused, after which the buyer may pay another way; `FAIL` is final. */
export const CALLBACK_STATUSES = ["SUCCESS", "FAIL", "DECLINED"] as const;

/** A provider's callback. */
export const PaymentCallback = z.strictObject({
  pgPaymentId: foreignText(200),
  status: z.enum(CALLBACK_STATUSES),
  /** The provider's code for why it refused a card. */
  code: foreignText(100).optional(),
  /** KRW; where it is given it must be the order's. */
  amount: amountKrw.optional(),
});
export type PaymentCallback = z.output<typeof PaymentCallback>;
