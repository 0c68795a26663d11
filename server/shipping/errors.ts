import { type AppError, defineErrors } from "../platform/operation/errors.ts";

export const shippingErrors = defineErrors("shipping", {
  delivery_not_offered: {
    status: 409,
    retry: "no",
    message: "This event session does not offer tickets of the kind {type}.",
  },
  paper_orders_closed: {
    status: 409,
    retry: "no",
    message: "Paper tickets of this event session could be ordered until {until}.",
  },
  delivery_fixed: {
    status: 409,
    retry: "no",
    message: "This order has begun with another kind of tickets: give it back to choose again.",
  },
  tickets_on_their_way: {
    status: 409,
    retry: "no",
    message: "The paper tickets have left already. Send them back, or refuse the parcel, for a refund.",
  },
  tracking_fixed: {
    status: 409,
    retry: "no",
    message: "A parcel that is {state} has no tracking number to correct.",
  },
  tracking_mistakes: {
    status: 422,
    retry: "no",
    message: "Nothing was shipped: the file has {count} mistakes. The first is {code} in line {line}.",
  },
  tracking_kind: {
    status: 415,
    retry: "no",
    message: "A file of tracking numbers is sent as the body, under the media type text/csv.",
  },
});

/** Why tickets of this kind cannot be ordered now, or null. */
export function deliveryRefusal(
  type: "MOBILE" | "PAPER",
  offer: { readonly mobile: boolean; readonly paper: boolean; readonly paperUntil: Date },
  now: Date,
): AppError | null {
  if (!(type === "PAPER" ? offer.paper : offer.mobile)) return shippingErrors.delivery_not_offered({ type });
  return type === "PAPER" && now > offer.paperUntil
    ? shippingErrors.paper_orders_closed({ until: offer.paperUntil.toISOString() })
    : null;
}
