import { useTranslations } from "next-intl";
import type { OrderDetail } from "#server/checkout/contract.ts";
import type { ShippingState } from "#server/shipping/machine.ts";
import { Alert } from "../../ui/alert.tsx";

/** The states of a parcel in which its buyer is told what comes next, and how it reads. */
const NOTES = {
  shipped: "info",
  in_transit: "info",
  returned: "warning",
  lost: "warning",
  investigating: "warning",
  found: "info",
  refunded: "neutral",
  compensated: "neutral",
} as const satisfies Partial<Record<ShippingState, string>>;

const hasNote = (state: ShippingState): state is keyof typeof NOTES => Object.hasOwn(NOTES, state);

/** Says what becomes of paper tickets that are on their way, came back or were lost; empty for others. */
export function ParcelNote({ shipping, endReason }: Pick<OrderDetail, "shipping" | "endReason">) {
  const t = useTranslations("parcel.next");
  if (!shipping || !hasNote(shipping.status)) return null;
  // An order that was cancelled for another reason while its parcel was under way says that one.
  if (endReason !== null && endReason !== "parcel_returned" && endReason !== "parcel_lost") return null;
  return (
    <Alert tone={NOTES[shipping.status]} title={t(`${shipping.status}.title`)}>
      {t(`${shipping.status}.body`)}
    </Alert>
  );
}
