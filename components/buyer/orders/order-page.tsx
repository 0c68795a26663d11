"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import type { OrderDetail as OrderData } from "#server/checkout/contract.ts";
import type { OrderId } from "#server/orders/contract.ts";
import { behindLogin } from "../../auth/require-login.tsx";
import { useNow } from "../../clock/use-now.ts";
import { ProblemAlert } from "../../errors/problem-alert.tsx";
import { PageSkeleton } from "../../shell/page-skeleton.tsx";
import { useTRPC, useTRPCClient } from "../../trpc/client.ts";
import { useAct } from "../../trpc/use-act.ts";
import { useIdempotencyKey } from "../../trpc/use-idempotency-key.ts";
import { useViewer } from "../../trpc/use-viewer.ts";
import { PageHeader } from "../../ui/page-header.tsx";
import { toast } from "../../ui/toast.ts";
import { CancelOrder } from "./cancel-order.tsx";
import { OrderDetail } from "./order-detail.tsx";
import { Receipt } from "./receipt.tsx";
import { unitPriceOf } from "./unit-price.ts";

/** How often the page asks for news of a refund. */
const REFUND_POLL_MS = 3000;

/** Whether money is on its way back, or is to be asked back since the event session was cancelled. */
const awaitsRefund = ({ refunds, status, sessionCancellation }: OrderData): boolean =>
  refunds.some(({ state }) => state === "asked") ||
  (["confirmed", "shipped", "delivered"].includes(status) && sessionCancellation !== null);

const useOrder = (orderId: OrderId) => {
  const trpc = useTRPC();
  return useQuery(
    trpc.checkout.order.queryOptions(
      { id: orderId },
      {
        staleTime: 0,
        refetchInterval: ({ state: { data } }) => (data && awaitsRefund(data) ? REFUND_POLL_MS : false),
      },
    ),
  );
};

export const OrderPage = behindLogin(Order);

function Order({ orderId }: { orderId: OrderId }) {
  const t = useTranslations("order");
  const { data: order, error } = useOrder(orderId);
  if (!order) return error ? <ProblemAlert error={error} /> : <PageSkeleton shape="facts" />;
  const { payment } = order;
  return (
    <>
      <PageHeader title={t("detail")} />
      <OrderDetail
        {...order}
        {...{ paymentStatus: payment.status, method: payment.method }}
        cancel={order.status === "confirmed" && !order.sessionCancellation && <Cancel order={order} />}
      />
    </>
  );
}

/** The cancel button, or after the deadline the reason why there is none. */
function Cancel({ order }: { order: OrderData }) {
  const t = useTranslations("order");
  const now = useNow(30_000);
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const intent = useIdempotencyKey();
  const look = () =>
    void queryClient.invalidateQueries({ queryKey: trpc.checkout.order.queryKey({ id: order.id }) });
  const cancel = useAct<unknown, Cancelling>({
    send: (asked) =>
      client.checkout.cancel.mutate(
        { id: order.id, ...asked },
        { context: { idempotencyKey: intent.key() } },
      ),
    lookUp: async () => {
      const now = await client.checkout.order.query({ id: order.id });
      return now.refunds.length > order.refunds.length ? now : null;
    },
    onSuccess: look,
    onError: (error) => {
      intent.settle(error);
      look();
    },
  });
  const quote = order.cancelQuote;
  if (quote === null || (now !== null && now > Date.parse(order.cancelDeadlineAt)))
    return <p className="text-muted">{t("cancelClosed")}</p>;
  return (
    <CancelOrder
      quote={quote}
      feesUntil={order.feesUntil}
      method={order.payment.method}
      pending={cancel.isPending}
      act={cancel}
      onCancel={(asked, close) =>
        cancel.mutate(asked, {
          onSuccess: () => {
            intent.renew();
            close();
            toast.success(t("cancelled"));
          },
        })
      }
    />
  );
}

type Cancelling = Parameters<ComponentProps<typeof CancelOrder>["onCancel"]>[0];

export const ReceiptPage = behindLogin(OrderReceipt);

function OrderReceipt({ orderId }: { orderId: OrderId }) {
  const { data: order, error } = useOrder(orderId);
  const viewer = useViewer();
  if (!order || !viewer.data) return error ? <ProblemAlert error={error} /> : <PageSkeleton shape="facts" />;
  // The payment belongs to the order that replaced this one, and so does the receipt.
  if (order.replacedById) return <ReceiptPage orderId={order.replacedById} />;
  const { amount: amountKrw, payment, history } = order;
  return (
    <Receipt
      {...order}
      orderId={order.id}
      {...{
        amountKrw,
        priceKrw: unitPriceOf(order),
        method: payment.method,
        paymentStatus: payment.status,
      }}
      paidAt={history.find(({ to }) => to === "confirmed")?.at ?? order.createdAt}
      email={viewer.data.email}
    />
  );
}
