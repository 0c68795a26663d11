import type { EventSessionId } from "#server/catalog/contract.ts";
import { cancelOrder } from "#server/checkout/commands/cancel-order.ts";
import { createContext } from "#server/platform/operation/context.ts";
import { joinWaitlist } from "#server/waitlist/commands/join-waitlist.ts";
import { advanceDue } from "#server/waitlist/jobs/advance-due.ts";
import { given, newKey, type Person, type SaleOptions } from "./given.ts";

/** A sold-out event session whose returns go to the waiting list, with its one order for each number of tickets. */
export async function givenSoldOut({
  sold = [2],
  ...options
}: SaleOptions & { readonly sold?: readonly number[] } = {}) {
  const stock = sold.reduce((sum, quantity) => sum + quantity, 0);
  const sale = await given.saleOpen({ stock, release: { policy: "WAITLIST" }, ...options });
  const orders = [];
  for (const quantity of sold) {
    const buyer = await given.person();
    orders.push({ buyer, ...(await given.paidOrder(buyer, sale.id, quantity)) });
  }
  return { ...sale, orders };
}
type SoldOut = Awaited<ReturnType<typeof givenSoldOut>>;

/** The buyer of an order of a sold-out event session gives it back, and the jobs that follow have run. */
export async function giveBack({ orders }: SoldOut, index = 0): Promise<void> {
  const { buyer, orderId } = orders[index] as SoldOut["orders"][number];
  await cancelOrder(buyer.ctx(newKey()), { id: orderId });
  await advanceDue(createContext());
}

export const join = (person: Person, sessionId: EventSessionId, quantity = 1) =>
  joinWaitlist(person.ctx(), { sessionId, quantity });

/** An open offer of so many tickets, on a list with these other people behind. */
export async function givenOffer(
  person: Person,
  { quantity = 1, ...options }: SaleOptions & { readonly quantity?: number } = {},
) {
  const sale = await givenSoldOut({ ...options, sold: [quantity] });
  const entry = await join(person, sale.id, quantity);
  await giveBack(sale);
  return { sale, entry };
}
