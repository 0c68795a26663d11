import type { Refund } from "#server/payments/contract.ts";

/** The numbers of an order's tickets that were not given back, the first ticket being 1. */
export function ticketsLeftOf(quantity: number, refunds: readonly Refund[]): readonly number[] {
  if (refunds.some(({ ticketNumbers }) => ticketNumbers === null)) return [];
  const returned = new Set(refunds.flatMap(({ ticketNumbers }) => ticketNumbers ?? []));
  return Array.from({ length: quantity }, (_, index) => index + 1).filter((number) => !returned.has(number));
}
