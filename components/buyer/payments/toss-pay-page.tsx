"use client";
import { useQuery } from "@tanstack/react-query";
import { useRouter, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCallback, useEffect } from "react";
import type { OrderDetail } from "#server/checkout/contract.ts";
import type { OrderId } from "#server/orders/contract.ts";
import { isPayable } from "#server/payments/machine.ts";
import { behindLogin } from "../../auth/require-login.tsx";
import { ProblemAlert } from "../../errors/problem-alert.tsx";
import { PageSkeleton } from "../../shell/page-skeleton.tsx";
import { useTRPC } from "../../trpc/client.ts";
import { Alert } from "../../ui/alert.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { ChangeList } from "../catalog/change-list.tsx";
import { CheckoutSummary } from "../checkout/checkout-summary.tsx";
import { PayBar } from "../checkout/pay-bar.tsx";
import { unitPriceOf } from "../orders/unit-price.ts";
import { codeOf, hasLeft, useTossWindow } from "./use-toss-window.ts";

/** How often the page asks for changes of the order. */
const POLL_MS = 2000;

/** The page on which an order is paid at Toss; an order that cannot be paid is forwarded to its result. */
export const TossPayPage = behindLogin(Pay);

function Pay({ orderId }: { orderId: OrderId }) {
  const trpc = useTRPC();
  const router = useRouter();
  const { data: order, error } = useQuery(
    trpc.checkout.order.queryOptions(
      { id: orderId },
      { staleTime: 0, refetchOnMount: "always", refetchInterval: POLL_MS },
    ),
  );
  const payment = order?.payment;
  const clientKey = payment?.clientKey ?? null;
  const isWaiting = payment !== undefined && isPayable(payment.status);
  const isOpen = isWaiting && payment.unknownSince === null && clientKey !== null;
  const toResult = useCallback(() => router.replace(`/orders/${orderId}/result`), [router, orderId]);
  useEffect(() => {
    if (order && !isOpen) toResult();
  }, [order, isOpen, toResult]);
  if (!order || !isOpen) return error ? <ProblemAlert error={error} /> : <PageSkeleton shape="facts" />;
  return <TossPay order={order} onExpired={toResult} />;
}

interface TossPayProps {
  order: OrderDetail;
  onExpired: () => void;
}

function TossPay({ order, onExpired }: TossPayProps) {
  const t = useTranslations("payment.window");
  const cameBackWith = useSearchParams().get("code");
  // Only a press opens the window, here or at the checkout; a page that is reloaded or returned to does not.
  const { mutate, isPending, isSuccess, error } = useTossWindow();
  const code = error ? codeOf(error) : (cameBackWith ?? order.payment.refusedBecause);
  const { startsAt, feesUntil, venue, quantity, amount } = order;
  const what = { startsAt, feesUntil, venue, title: order.eventTitle, seats: order.seats };
  return (
    <>
      <PageHeader title={t("title")} />
      {code !== null && (
        <Alert
          tone={hasLeft(code) ? "info" : "danger"}
          title={t(hasLeft(code) ? "left" : "refused")}
          announce
        >
          {t(hasLeft(code) ? "leftNext" : "refusedNext")}
        </Alert>
      )}
      <ChangeList changes={order.changes} />
      <CheckoutSummary
        {...what}
        quantity={quantity}
        priceKrw={unitPriceOf(order)}
        feeKrw={order.shippingFee}
        amountKrw={amount}
      />
      <PayBar
        {...{ quantity, onExpired }}
        expiresAt={order.hold.expiresAt}
        amountKrw={amount}
        isPaying
        pending={isPending || isSuccess}
        onPay={() => mutate(order)}
      />
    </>
  );
}
