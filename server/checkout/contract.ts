import { z } from "zod";
import { Change, eventId, SessionCancellation } from "../catalog/contract.ts";
import { OfferView } from "../delivery/contract.ts";
import { Hold, holdId, PURCHASE_ENDINGS } from "../holds/contract.ts";
import { Order, orderId } from "../orders/contract.ts";
import { orderMachine } from "../orders/machine.ts";
import { PAYMENT_METHODS, PaymentConfirmation, paymentId, Refund } from "../payments/contract.ts";
import { paymentMachine } from "../payments/machine.ts";
import { amountKrw, instantOut, noteText } from "../platform/values/text.ts";
import { HeldSeat } from "../seats/contract.ts";
import { Delivery, DeliveryAddressView } from "../shipping/contract.ts";
import { shippingMachine } from "../shipping/machine.ts";
import { CancelFeeUntil } from "../terms/contract.ts";
import { TICKET_STATUSES, ticketId } from "../tickets/contract.ts";

export const CheckOut = z.strictObject({
  holdId,
  method: z.enum(PAYMENT_METHODS),
  /** Left out it is as it was for this hold before, and on the phone at the first time. */
  delivery: Delivery.optional(),
});

export type CheckOut = z.output<typeof CheckOut>;

export const CheckoutSession = z.object({
  orderId,
  paymentId,
  /** Where the buyer pays, at the provider. */
  paymentSessionUrl: z.string(),
});

/** What the provider's page hands over when the buyer has authorized a payment there. */
export const ConfirmPayment = z.strictObject({
  orderId,
  paymentKey: z.string().regex(/^[\w=-]{1,200}$/),
  amount: amountKrw,
});

export const PaymentConfirmed = PaymentConfirmation.extend({ orderId });

/** An unsigned webhook: the kind of event, or the payment where it has no kind. */
export const WebhookNotification = z
  .looseObject({
    eventType: z.string().max(200).optional(),
    orderId: z.string().max(200).optional(),
    data: z.looseObject({ orderId: z.string().max(200).optional() }).optional(),
  })
  .refine(({ eventType, orderId }) => (eventType ?? orderId) !== undefined, "says nothing");

/** Whether the provider was asked about a payment. */
export const NotificationTaken = z.object({ asked: z.boolean() });

/** What an operator found out of a payment whose provider does not answer, why they looked, and what proves it. */
export const DecidePayment = z.strictObject({
  paymentId,
  outcome: z.enum(["paid", "unpaid"]),
  reason: noteText,
  evidence: noteText,
});
export const PaymentDecided = z.object({
  status: z.enum(paymentMachine.states),
  orderId: orderId.meta({ description: "The order that has the payment now." }),
});

/** What a callback led to. */
const CALLBACK_OUTCOMES = [
  "confirmed",
  "refund_asked",
  "failed",
  "declined",
  "unchanged",
  "duplicate",
] as const;
export const CallbackTaken = z.object({ outcome: z.enum(CALLBACK_OUTCOMES) });

/** More tickets than an order has. */
const RETURNED_TOGETHER_MAX = 100;
const ticketIds = z.array(ticketId).min(1).max(RETURNED_TOGETHER_MAX).optional().meta({
  description: "The tickets to give back; without them all that are left.",
});
export const CancelOrder = z.strictObject({
  id: orderId,
  ticketIds,
  refund: amountKrw.optional().meta({
    description: "KRW that the buyer was shown to get back; needed where there is a fee.",
  }),
});
export type CancelOrder = z.output<typeof CancelOrder>;
export const CancelledOrder = Order.pick({ id: true, status: true, paymentState: true });

/** The same for an operator, who says why, of the whole order or of some of its tickets. */
export const RefundOrder = z.strictObject({
  id: orderId,
  note: noteText,
  ticketIds,
  amount: amountKrw.optional().meta({ description: "KRW to give back; without it what the tickets cost." }),
});
export type RefundOrder = z.output<typeof RefundOrder>;
export const RefundedOrder = CancelledOrder.extend({
  refund: Refund.nullable().meta({ description: "The refund that was asked for." }),
});

/** An order with its event. */
export const OrderInList = Order.extend({
  /** The latest refund of its money; null where none was asked for. */
  refund: Refund.nullable(),
  eventId,
  eventTitle: z.string(),
  startsAt: instantOut,
  sessionCancellation: SessionCancellation,
});
export type OrderInList = z.output<typeof OrderInList>;

/** What a buyer may give back of an order now, and what that costs. */
const CancelQuote = z.object({
  tickets: z.array(
    z.object({
      id: ticketId,
      number: z.int().meta({ description: "Which of the order's tickets it is, the first being 1." }),
      seat: z.string().nullable(),
      ...{ price: z.int(), fee: z.int().meta({ description: "KRW that are kept of its price." }) },
    }),
  ),
  shippingFee: z
    .int()
    .meta({ description: "KRW for the parcel, which go back with the order's last ticket." }),
  isLast: z.boolean().meta({ description: "Whether no other ticket of the order admits anyone or did." }),
  isChanged: z
    .boolean()
    .meta({ description: "Whether nothing is kept since title, place or start changed." }),
});
export type CancelQuote = z.output<typeof CancelQuote>;

export const OrderDetail = OrderInList.extend({
  feesUntil: z.array(CancelFeeUntil).meta({ description: "What giving it back costs until when, from now." }),
  cancelQuote: CancelQuote.nullable().meta({ description: "Null where its buyer cannot give it back." }),
  refunds: z.array(Refund).meta({ description: "All of its refunds, the first one first." }),
  venue: z.string(),
  changes: z.array(Change).meta({ description: "What changed since the tickets were held." }),
  cancelDeadlineAt: instantOut,
  payment: z.object({
    id: paymentId,
    status: z.enum(paymentMachine.states),
    method: z.enum(PAYMENT_METHODS),
    /** The provider's code for why it refused the last card, while the payment waits for another; null otherwise. */
    refusedBecause: z.string().nullable(),
    /** Since when the provider's answer is awaited; until it has come, the order cannot be paid again. */
    unknownSince: instantOut.nullable(),
    /** The public key for a provider's script on our page; null for a provider with its own page. */
    clientKey: z.string().nullable(),
  }),
  shipping: z
    .object({
      status: z.enum(shippingMachine.states),
      carrier: z.string().nullable(),
      trackingNumber: z.string().nullable(),
    })
    .nullable()
    .meta({
      description: "The parcel with its paper tickets; null before it is paid, and of mobile tickets.",
    }),
  address: DeliveryAddressView.nullable().meta({
    description:
      "Where paper tickets go; null once it is erased, of mobile tickets, and for others than the buyer.",
  }),
  hold: z.object({ id: holdId, expiresAt: instantOut }),
  seats: z.array(HeldSeat).meta({ description: "Its seats; empty for counted stock." }),
  tickets: z
    .array(
      z.object({
        number: z.int().meta({ description: "Which of the order's tickets it is, the first being 1." }),
        seat: z.string().nullable(),
        price: z.int().meta({ description: "KRW." }),
        status: z.enum(TICKET_STATUSES),
        isGivenAway: z.boolean().meta({ description: "Whether another person has it now." }),
      }),
    )
    .meta({ description: "Its tickets; empty until it is paid." }),
  history: z.array(z.object({ to: z.enum(orderMachine.states), at: instantOut })),
});
export type OrderDetail = z.output<typeof OrderDetail>;

/**
 * What a hold is to its buyer: held, at its payment, waiting for another card since the last one was refused, being
 * confirmed, during which it cannot be paid again, or over in one of the ways of {@link PURCHASE_ENDINGS}.
 */
export const PURCHASE_STANDINGS = ["held", "paying", "declined", "confirming", ...PURCHASE_ENDINGS] as const;
export type PurchaseStanding = (typeof PURCHASE_STANDINGS)[number];

export const Purchase = Hold.extend({
  standing: z.enum(PURCHASE_STANDINGS).meta({ description: "What became of it, money included." }),
  eventId,
  eventTitle: z.string(),
  venue: z.string(),
  startsAt: instantOut,
  cancelDeadlineAt: instantOut,
  changes: z.array(Change).meta({ description: "What changed since the tickets were held." }),
  price: z
    .int()
    .meta({ description: "KRW for one ticket; of numbered seats the lowest price of the event session." }),
  /** KRW for all of it, with the shipping fee once that is chosen. */
  amount: z.int(),
  shippingFee: z.int(),
  feesUntil: z.array(CancelFeeUntil).meta({
    description: "What giving back a ticket costs until when, for who books now.",
  }),
  paperAmount: z.int().meta({ description: "KRW for all of it on paper, with the fee." }),
  offer: OfferView.meta({ description: "What kinds of tickets can be chosen." }),
});
