"use client";
import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "next/navigation";
import type { OrderDetail } from "#server/checkout/contract.ts";
import type { OrderEnding, OrderId } from "#server/orders/contract.ts";
import { serverNow } from "../../clock/offset.ts";
import { ProblemAlert } from "../../errors/problem-alert.tsx";
import { PageSkeleton } from "../../shell/page-skeleton.tsx";
import { useTRPC } from "../../trpc/client.ts";
import { type PaymentOutcome, PaymentResult } from "./payment-result.tsx";

const POLL_MS = 1500;

/** Whether the result may still change by itself. */
const isOpen = ({ paymentState, payment, refund, sessionCancellation }: OrderDetail): boolean =>
  paymentState === "PENDING" ||
  payment.unknownSince !== null ||
  refund?.state === "asked" ||
  (paymentState === "PAID" && sessionCancellation !== null);

/** The result of a payment; the page asks until it is known. */
export function ResultPage({ orderId }: { orderId: OrderId }) {
  const trpc = useTRPC();
  const left = useSearchParams().has("left");
  const { data: order, error } = useQuery(
    trpc.checkout.order.queryOptions(
      { id: orderId },
      {
        staleTime: 0,
        refetchInterval: ({ state: { data } }) => (data && isOpen(data) ? POLL_MS : false),
      },
    ),
  );
  if (!order) return error ? <ProblemAlert error={error} /> : <PageSkeleton />;
  // A late payment bought the tickets with another order, whose page has the result.
  if (order.replacedById) return <ResultPage orderId={order.replacedById} />;
  return <PaymentResult outcome={outcomeOf(order, left)} orderId={orderId} />;
}

/** @param left - the buyer closed the provider's page without deciding */
function outcomeOf(order: OrderDetail, left: boolean): PaymentOutcome {
  const { amount: amountKrw, quantity, payment, hold, refund, sessionCancellation } = order;
  if (refund)
    return {
      kind: "refund",
      state: refund.state,
      reason: refund.reason,
      amountKrw: refund.amount,
      orderHref: `/me/orders/${order.id}`,
    };
  if (order.paymentState === "PAID" && sessionCancellation) return { kind: "sessionCancelled", amountKrw };
  if (order.paymentState === "PAID") return { kind: "confirmed", amountKrw, quantity };
  if (order.paymentState === "CANCELLED" && !payment.unknownSince) return over(order);
  const held = order.paymentState === "PENDING" && Date.parse(hold.expiresAt) > serverNow();
  if (payment.unknownSince) return { kind: "checking", since: payment.unknownSince, held, payHref: null };
  const payable = { heldUntil: hold.expiresAt, retryHref: `/checkout/${hold.id}` };
  if (payment.status === "pending" && held) return { kind: "declined", ...payable };
  // With a provider that charges on return, a buyer who is here without returning has left the window.
  const isTheirTurn = left || payment.clientKey !== null;
  if (isTheirTurn && held) return { kind: "cancelled", ...payable };
  if (payment.clientKey !== null) return over(order);
  return {
    kind: "checking",
    since: order.history.at(-1)?.at ?? order.createdAt,
    held,
    payHref: held ? payable.retryHref : null,
  };
}

/** An order whose time is over but which has no reason yet has not been ended yet. */
const over = ({ sessionId: eventSessionId, endReason }: OrderDetail): PaymentOutcome => ({
  kind: endReason === null ? "expired" : (KINDS[endReason] ?? "failed"),
  heldUntil: null,
  retryHref: `/sessions/${eventSessionId}/queue`,
});

/** Reasons for which an order ends without a payment company. */
const KINDS: Readonly<Record<string, "expired" | "returned">> = {
  hold_expired: "expired",
  released_by_buyer: "returned",
} satisfies Partial<Record<OrderEnding, "expired" | "returned">>;
