"use client";
import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "next/navigation";
import type { OrderDetail } from "#server/checkout/contract.ts";
import type { OrderId } from "#server/orders/contract.ts";
import { RequireLogin } from "../../auth/require-login.tsx";
import { serverNow } from "../../clock/offset.ts";
import { ProblemAlert } from "../../errors/problem-alert.tsx";
import { PageSkeleton } from "../../shell/page-skeleton.tsx";
import { useTRPC } from "../../trpc/client.ts";
import { outcomeOf } from "./outcome.ts";
import { PaymentResult } from "./payment-result.tsx";

const POLL_MS = 1500;

/** Whether the result may still change by itself. */
const isOpen = ({ paymentState, payment, refunds, sessionCancellation }: OrderDetail): boolean =>
  paymentState === "PENDING" ||
  payment.unknownSince !== null ||
  refunds.some(({ state }) => state === "asked") ||
  (paymentState === "PAID" && sessionCancellation !== null);

/** The result of a payment; the page asks until it is known. */
export function ResultPage({ orderId }: { orderId: OrderId }) {
  return (
    <RequireLogin>
      <Result orderId={orderId} />
    </RequireLogin>
  );
}

function Result({ orderId }: { orderId: OrderId }) {
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
  if (!order) return error ? <ProblemAlert error={error} /> : <PageSkeleton shape="facts" />;
  // A late payment bought the tickets with another order, whose page has the result.
  if (order.replacedById) return <Result orderId={order.replacedById} />;
  return <PaymentResult outcome={outcomeOf(order, { left, now: serverNow() })} orderId={orderId} />;
}
