"use client";
import { useQuery } from "@tanstack/react-query";
import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { OrderId } from "#server/orders/contract.ts";
import { orderMachine } from "#server/orders/machine.ts";
import { paymentMachine, refundMachine } from "#server/payments/machine.ts";
import { shortCodeOf } from "#server/platform/values/id-forms.ts";
import { shippingMachine } from "#server/shipping/machine.ts";
import { RefundReason } from "../../buyer/payments/refund-reason.tsx";
import { useNow } from "../../clock/use-now.ts";
import { ProblemAlert } from "../../errors/problem-alert.tsx";
import { useFormat } from "../../i18n/format.ts";
import { PageSkeleton } from "../../shell/page-skeleton.tsx";
import { StateBadge } from "../../states/state-badge.tsx";
import { useReason } from "../../states/use-reason.ts";
import { useTRPC } from "../../trpc/client.ts";
import { LinkButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { DescriptionList } from "../../ui/description-list.tsx";
import { AskRefundAgain } from "../refunds/ask-refund-again.tsx";
import { OrderActions } from "./order-actions.tsx";
import { OrderLink } from "./order-link.tsx";
import type { OrderReport } from "./order-report.ts";
import { Timeline } from "./timeline.tsx";

const EVERY_MS = 5000;

/** Everything about one order, what happened to it, and what can be done with it. */
export function OrderReportPage({ orderId }: { orderId: OrderId }) {
  const t = useTranslations("adminOrder");
  const trpc = useTRPC();
  const now = useNow(5000);
  const { data: order, error } = useQuery(
    trpc.reports.order.queryOptions({ id: orderId }, { staleTime: 0, refetchInterval: EVERY_MS }),
  );
  return (
    <>
      <LinkButton href="/admin/orders" look="quiet" className="-mb-4 -ml-4 justify-self-start text-muted">
        <ArrowLeft aria-hidden="true" /> {t("back")}
      </LinkButton>
      {error && <ProblemAlert error={error} />}
      {!order && !error && <PageSkeleton shape="facts" />}
      {order && (
        <>
          <header className="grid gap-2">
            <p className="flex flex-wrap gap-2">
              <StateBadge machine={orderMachine} state={order.status} />
              {order.payment && <StateBadge machine={paymentMachine} state={order.payment.status} />}
            </p>
            <h1 className="font-extrabold text-3xl">{order.eventTitle}</h1>
            <p className="break-all font-mono text-muted text-sm">
              {shortCodeOf(order.id)} · {order.id}
            </p>
          </header>
          <OrderActions order={order} />
          <div className="grid gap-6 xl:grid-cols-2">
            <Facts order={order} />
            <Belongings order={order} />
          </div>
          <Timeline happenings={order.timeline} buyerId={order.userId} now={now} />
        </>
      )}
    </>
  );
}

function Facts({ order }: { order: OrderReport }) {
  const t = useTranslations("adminOrder");
  const format = useFormat();
  const reasonOf = useReason();
  const { payment } = order;
  const id = (text: string) => <span className="break-all font-mono text-[0.8125rem]">{text}</span>;
  return (
    <Card aria-label={t("facts")}>
      <h2 className="mb-4 font-bold text-xl">{t("facts")}</h2>
      <DescriptionList
        items={[
          { term: t("amount"), detail: format.krw(order.amount), strong: true },
          { term: t("tickets"), detail: t("count", { count: order.quantity }) },
          {
            term: t("buyer"),
            detail: (
              <Link href={`/admin/orders?search=${encodeURIComponent(order.email)}`} className="break-all">
                {order.email}
              </Link>
            ),
          },
          { term: t("startsAt"), detail: format.date(order.startsAt) },
          { term: t("orderedAt"), detail: format.date(order.createdAt, "exact") },
          ...shippingItem(order.shipping, t("shipping")),
          ...(order.endReason ? [{ term: t("endReason"), detail: reasonOf(order.endReason) }] : []),
          ...(order.replacedById
            ? [
                {
                  term: t("replacedBy"),
                  detail: <OrderLink id={order.replacedById} />,
                },
              ]
            : []),
          { term: t("hold"), detail: id(order.holdId) },
          ...(payment
            ? [
                { term: t("payment"), detail: id(payment.id) },
                { term: t("provider"), detail: `${payment.provider} · ${payment.method}` },
                { term: t("providerId"), detail: id(payment.pgPaymentId) },
                ...(payment.unknownSince
                  ? [{ term: t("unknownSince"), detail: format.date(payment.unknownSince, "exact") }]
                  : []),
              ]
            : []),
          { term: t("trace"), detail: id(order.traceId) },
        ]}
      />
    </Card>
  );
}

/** The parcel with its state, which leads to its page; none of mobile tickets. */
const shippingItem = (shipping: OrderReport["shipping"], term: string) =>
  shipping
    ? [
        {
          term,
          detail: (
            <Link href={`/admin/shipping/${shipping.id}`}>
              <StateBadge machine={shippingMachine} state={shipping.state} />
            </Link>
          ),
        },
      ]
    : [];

function Belongings({ order }: { order: OrderReport }) {
  const t = useTranslations("adminOrder");
  const format = useFormat();
  return (
    <Card aria-label={t("ticketList")} className="grid content-start gap-4">
      <h2 className="font-bold text-xl">{t("ticketList")}</h2>
      {order.tickets.length === 0 ? (
        <p className="text-muted">{t("noTickets")}</p>
      ) : (
        <ul className="grid gap-2">
          {order.tickets.map(({ id, status, seat, usedAt }, index) => (
            <li key={id} className="flex flex-wrap justify-between gap-x-4">
              <span className="break-all">
                {t("ticketNumber", { number: index + 1 })}{" "}
                <span className="font-mono text-[0.8125rem]">{[id, seat].filter(Boolean).join(" · ")}</span>
              </span>
              <span className="font-semibold">
                {t(`ticketStatus.${status}`)}
                {usedAt && ` · ${format.date(usedAt)}`}
              </span>
            </li>
          ))}
        </ul>
      )}
      {order.refunds.length > 0 && (
        <>
          <h2 className="font-bold text-xl">{t("refundList")}</h2>
          <ul className="grid gap-3">
            {order.refunds.map((refund) => (
              <li key={refund.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
                <span>
                  <StateBadge machine={refundMachine} state={refund.state} /> {format.krw(refund.amount)} ·{" "}
                  <RefundReason reason={refund.reason} />
                  {refund.ticketNumbers &&
                    ` · ${t("refundOf", { numbers: refund.ticketNumbers.join(", ") })}`}
                </span>
                {refund.state === "refused" && !refund.closedAt && <AskRefundAgain refund={refund} />}
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}
