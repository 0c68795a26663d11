import Link from "next/link";
import { useTranslations } from "next-intl";
import { type OrderState, orderMachine } from "#server/orders/machine.ts";
import type { Refund } from "#server/payments/contract.ts";
import { refundMachine } from "#server/payments/machine.ts";
import { useFormat } from "../../i18n/format.ts";
import { OriginalText } from "../../i18n/original-text.tsx";
import { StateBadge } from "../../states/state-badge.tsx";
import { Badge } from "../../ui/badge.tsx";

export interface OrderRowProps {
  id: string;
  eventTitle: string;
  startsAt: string;
  quantity: number;
  amountKrw: number;
  status: OrderState;
  createdAt: string;
  refund: Refund | null;
  sessionCancellation: object | null;
}

export function OrderRow(order: OrderRowProps) {
  const t = useTranslations("checkout");
  const tOrder = useTranslations("order");
  const format = useFormat();
  const isPartly = order.status !== "cancelled" && order.refund?.ticketNumbers;
  return (
    <li className="relative grid gap-x-6 gap-y-2 border-line border-b p-5 last:border-b-0 hover:bg-sunken/50 sm:grid-cols-[1fr_auto] sm:px-6">
      <div className="grid gap-1">
        <p>
          <StateBadge machine={orderMachine} state={order.status} />{" "}
          {order.status === "confirmed" && order.sessionCancellation && (
            <Badge tone="danger">{tOrder("sessionCancelled.badge")}</Badge>
          )}{" "}
          {isPartly && <span className="text-muted text-sm">{tOrder("partlyRefunded")} </span>}
          {order.refund && <StateBadge machine={refundMachine} state={order.refund.state} />}
        </p>
        <h2 className="font-bold text-lg">
          <Link href={`/me/orders/${order.id}`} className="no-underline after:absolute after:inset-0">
            <OriginalText text={order.eventTitle} />
          </Link>
        </h2>
        <p className="numerals text-[0.9375rem] text-muted">
          {format.date(order.startsAt)} · {t("count", { count: order.quantity })}
        </p>
      </div>
      <div className="numerals grid content-center sm:justify-items-end">
        <span className="font-extrabold text-lg">{format.krw(order.amountKrw)}</span>
        <span className="text-muted text-sm">{format.date(order.createdAt, "date")}</span>
      </div>
    </li>
  );
}
