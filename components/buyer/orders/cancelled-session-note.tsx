import { useTranslations } from "next-intl";
import type { OrderDetail } from "#server/checkout/contract.ts";
import { useFormat } from "../../i18n/format.ts";
import { SessionCancelled } from "../catalog/session-cancelled.tsx";
import { priceLeftOf } from "./tickets-left.ts";

type Order = Pick<
  OrderDetail,
  | "status"
  | "endReason"
  | "sessionCancellation"
  | "amount"
  | "shippingFee"
  | "quantity"
  | "refunds"
  | "tickets"
>;

/** Says what a cancelled event session means for an order; empty where it means nothing for it. */
export function CancelledSessionNote({ order }: { order: Order }) {
  const t = useTranslations("order.sessionCancelled");
  const format = useFormat();
  const { sessionCancellation, refunds } = order;
  const stage = stageOf(order);
  if (!sessionCancellation || !stage) return null;
  // Single tickets may have been given back before, for less than they cost.
  const krw = refundOf(refunds)?.amount ?? priceLeftOf(order);
  return (
    <SessionCancelled reason={sessionCancellation.reason}>
      {krw === 0 ? t("free") : t(stage, { amount: format.krw(krw) })}
    </SessionCancelled>
  );
}

const refundOf = (refunds: Order["refunds"]) => refunds.find(({ reason }) => reason === "event_cancelled");

/** Where the money of an order is that its event session's cancellation ends; undefined for one that ended before. */
function stageOf({ status, endReason, refunds }: Order) {
  switch (status) {
    case "pending":
    case "processing":
      return "paying";
    case "confirmed":
    case "shipped":
    case "delivered":
      return "soon";
    case "cancelled":
      return endReason === "event_cancelled" ? (refundOf(refunds)?.state ?? "soon") : undefined;
    case "failed":
      return undefined;
  }
}
