import type { CancelQuote } from "#server/checkout/contract.ts";

/**
 * What giving tickets of an order back comes to, in KRW.
 * @param quote - what the server says of each ticket
 * @param kept - the tickets that are not given back
 */
export function cancellationOf(quote: CancelQuote, kept: ReadonlySet<CancelQuote["tickets"][number]["id"]>) {
  const chosen = quote.tickets.filter(({ id }) => !kept.has(id));
  const isWhole = chosen.length === quote.tickets.length;
  const sum = (of: "price" | "fee") => chosen.reduce((total, ticket) => total + ticket[of], 0);
  const [paid, fee] = [sum("price"), sum("fee")];
  const shippingFee = isWhole && quote.isLast ? quote.shippingFee : 0;
  return {
    ...{ chosen: chosen.map(({ id }) => id), isWhole: isWhole && quote.isLast },
    ...{ paid, fee, shippingFee, refund: paid - fee + shippingFee },
  };
}
