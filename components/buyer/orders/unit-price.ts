import type { Order } from "#server/orders/contract.ts";

/** What one ticket of an order cost, without the parcel, in KRW. */
export const unitPriceOf = ({
  amount,
  shippingFee,
  quantity,
}: Pick<Order, "amount" | "shippingFee" | "quantity">): number => (amount - shippingFee) / quantity;
