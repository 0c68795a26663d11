"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Change } from "#server/catalog/contract.ts";
import type { OrderDetail as OrderData } from "#server/checkout/contract.ts";
import { type OrderState, orderMachine, PAID } from "#server/orders/machine.ts";
import type { PaymentMethod, Refund } from "#server/payments/contract.ts";
import { type PaymentState, paymentMachine } from "#server/payments/machine.ts";
import { shortCodeOf } from "#server/platform/values/id-forms.ts";
import { useFormat } from "../../i18n/format.ts";
import { OriginalText } from "../../i18n/original-text.tsx";
import { useSeatName } from "../../seats/use-seat-name.ts";
import { StateBadge } from "../../states/state-badge.tsx";
import { Alert } from "../../ui/alert.tsx";
import { LinkButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { DescriptionList } from "../../ui/description-list.tsx";
import { ChangeList } from "../catalog/change-list.tsx";
import { CancelledSessionNote } from "./cancelled-session-note.tsx";
import { ParcelNote } from "./parcel-note.tsx";
import { RefundNote } from "./refund-note.tsx";
import { ticketsLeftOf } from "./tickets-left.ts";
import { useParcelItems } from "./use-parcel-items.tsx";
import { useRefundItems } from "./use-refund-items.tsx";

export interface OrderDetailProps {
  id: string;
  eventTitle: string;
  venue: string;
  startsAt: string;
  changes: readonly Change[];
  /** The order that a late payment of this one created, which has the tickets. */
  replacedById: string | null;
  quantity: number;
  amount: number;
  seats: OrderData["seats"];
  tickets: OrderData["tickets"];
  shippingFee: number;
  delivery: OrderData["delivery"];
  shipping: OrderData["shipping"];
  address: OrderData["address"];
  status: OrderState;
  paymentStatus: PaymentState;
  method: PaymentMethod;
  createdAt: string;
  /** Why it failed or was cancelled, where it did. */
  endReason: string | null;
  /** The latest refund. */
  refund: Refund | null;
  refunds: Refund[];
  sessionCancellation: OrderData["sessionCancellation"];
  cancelDeadlineAt: string;
  history: readonly { to: OrderState; at: string }[];
  /** The cancel button, or nothing where the order cannot be cancelled. */
  cancel: ReactNode;
}

export function OrderDetail(order: OrderDetailProps) {
  const t = useTranslations("order");
  const tCheckout = useTranslations("checkout");
  const format = useFormat();
  const left = ticketsLeftOf(order.quantity, order.refunds).length;
  const refundItems = useRefundItems(order.refunds);
  const seatName = useSeatName();
  const parcelItems = useParcelItems(order);
  const paid =
    order.replacedById === null &&
    (order.paymentStatus === "completed" || order.paymentStatus === "refunded");
  return (
    <div className="grid gap-6">
      <Card className="grid gap-5">
        <div className="grid gap-2">
          <p>
            <StateBadge machine={orderMachine} state={order.status} />
          </p>
          <h2 className="font-extrabold text-2xl">
            <OriginalText text={order.eventTitle} />
          </h2>
          {order.endReason && <EndReason reason={order.endReason} />}
        </div>
        {order.replacedById && <Replaced by={order.replacedById} />}
        <CancelledSessionNote order={order} />
        {!order.sessionCancellation && (
          <ChangeList
            changes={order.changes}
            {...(order.status === "confirmed" && { cancelDeadlineAt: order.cancelDeadlineAt })}
          />
        )}
        <DescriptionList
          items={[
            { term: tCheckout("startsAt"), detail: format.date(order.startsAt) },
            { term: tCheckout("venue"), detail: <OriginalText text={order.venue} /> },
            ...(order.seats.length > 0
              ? [{ term: tCheckout("seats"), detail: order.seats.map(seatName).join(" · ") }]
              : []),
            {
              term: tCheckout("quantity"),
              detail:
                0 < left && left < order.quantity
                  ? t("ticketsLeft", { count: order.quantity, left })
                  : tCheckout("count", { count: order.quantity }),
            },
            ...parcelItems,
            { term: t("orderedAt"), detail: format.date(order.createdAt) },
            { term: t("number"), detail: shortCodeOf(order.id) },
            { term: t("method"), detail: tCheckout(`methods.${order.method}`) },
            ...(order.replacedById ? [] : [paymentItem(t("paymentStatus"), order.paymentStatus)]),
            ...(order.shippingFee > 0
              ? [{ term: tCheckout("shippingFee"), detail: format.krw(order.shippingFee) }]
              : []),
            { term: t("amount"), detail: format.krw(order.amount), strong: true },
            ...refundItems,
          ]}
        />
        <ParcelNote shipping={order.shipping} endReason={order.endReason} />
        <RefundNote refunds={order.refunds} />
        <div className="flex flex-wrap gap-2 border-line border-t pt-5">
          {PAID.some((state) => state === order.status) && !order.sessionCancellation && (
            <LinkButton href="/me/tickets">{t("tickets")}</LinkButton>
          )}
          {paid && (
            <LinkButton href={`/me/orders/${order.id}/receipt`} look="secondary">
              {t("receipt")}
            </LinkButton>
          )}
          {order.cancel}
        </div>
      </Card>
      <section className="grid gap-3">
        <h2 className="font-bold text-lg">{t("history")}</h2>
        <ol className="grid gap-3 border-line border-l-2 pl-5">
          {order.history.map(({ to, at }) => (
            <li key={`${to}:${at}`} className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <StateBadge machine={orderMachine} state={to} />
              <time dateTime={at} className="numerals text-muted text-sm">
                {format.date(at)}
              </time>
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}

const paymentItem = (term: string, state: PaymentState) => ({
  term,
  detail: <StateBadge machine={paymentMachine} state={state} />,
});

function Replaced({ by }: { by: string }) {
  const t = useTranslations("order.replaced");
  return (
    <Alert
      tone="info"
      title={t("lead")}
      action={<LinkButton href={`/me/orders/${by}`}>{t("action")}</LinkButton>}
    />
  );
}

function EndReason({ reason }: { reason: string }) {
  const t = useTranslations("order.endReason");
  const known = reason as "other";
  return <p className="text-muted">{t.has(known) ? t(known) : t("other")}</p>;
}
