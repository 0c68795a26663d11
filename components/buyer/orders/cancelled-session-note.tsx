import { useTranslations } from "next-intl";
import type { OrderDetail } from "#server/checkout/contract.ts";
import { useFormat } from "../../i18n/format.ts";
import { SessionCancelled } from "../catalog/session-cancelled.tsx";

type Order = Pick<OrderDetail, "status" | "endReason" | "refund" | "sessionCancellation"> & {
  amountKrw: number;
};

/** Says what a cancelled event session means for an order; empty where it means nothing for it. */
export function CancelledSessionNote({ order }: { order: Order }) {
  const t = useTranslations("order.sessionCancelled");
  const format = useFormat();
  const { sessionCancellation, refund, amountKrw } = order;
  const stage = stageOf(order);
  if (!sessionCancellation || !stage) return null;
  return (
    <SessionCancelled reason={sessionCancellation.reason}>
      {t(stage, { amount: format.krw(refund?.amount ?? amountKrw) })}
    </SessionCancelled>
  );
}

/** Where the money of an order is that its event session's cancellation ends; undefined for one that ended before. */
function stageOf({ status, endReason, refund }: Order) {
  switch (status) {
    case "pending":
    case "processing":
      return "paying";
    case "confirmed":
    case "shipped":
      return "soon";
    case "cancelled":
      return endReason === "event_cancelled" ? (refund?.state ?? "soon") : undefined;
    case "delivered":
    case "failed":
      return undefined;
  }
}
