import type { OrderDetail } from "#server/checkout/contract.ts";
import type { Refund } from "#server/payments/contract.ts";

/** The numbers of an order's tickets that were not given back, the first ticket being 1. */
export function ticketsLeftOf(quantity: number, refunds: readonly Refund[]): readonly number[] {
  if (refunds.some(({ ticketNumbers }) => ticketNumbers === null)) return [];
  const returned = new Set(refunds.flatMap(({ ticketNumbers }) => ticketNumbers ?? []));
  return Array.from({ length: quantity }, (_, index) => index + 1).filter((number) => !returned.has(number));
}

/** What the tickets that were not given back cost with their parcel, in KRW; of an order that is not paid yet all of it. */
export function priceLeftOf({
  amount,
  shippingFee,
  quantity,
  refunds,
  tickets,
}: Pick<OrderDetail, "amount" | "shippingFee" | "quantity" | "refunds" | "tickets">): number {
  if (tickets.length === 0) return amount;
  const left = new Set(ticketsLeftOf(quantity, refunds));
  return tickets.reduce((sum, { number, price }) => (left.has(number) ? sum + price : sum), shippingFee);
}
