import type { z } from "zod";
import { catalogErrors } from "../../catalog/errors.ts";
import type { HoldId } from "../../holds/contract.ts";
import { holdErrors } from "../../holds/errors.ts";
import { freeUnorderedHolds } from "../../holds/steps/free-holds.ts";
import { checkOutHolds } from "../../holds/store.ts";
import { createOrders } from "../../orders/steps/create-orders.ts";
import { transitionOrders } from "../../orders/steps/transition-orders.ts";
import { countBegun } from "../../orders/store.ts";
import { type OpenedPayment, openPayments } from "../../payments/steps/open-payments.ts";
import { changeMethod } from "../../payments/store.ts";
import { env } from "../../platform/config/env.ts";
import { signedIn } from "../../platform/operation/allow.ts";
import { type BatchRequest, defineBatchedCommand } from "../../platform/operation/batched-command.ts";
import { purchaseTraceOf, type Tx, type UserActor } from "../../platform/operation/context.ts";
import { type AppError, platformErrors } from "../../platform/operation/errors.ts";
import { newId } from "../../platform/values/ids.ts";
import { CheckOut, CheckoutSession } from "../contract.ts";
import { checkoutErrors } from "../errors.ts";
import { CHECKOUTS_BEGUN_MAX } from "../policy.ts";
import { standingOf } from "../queries.ts";
import { checkoutsOfHolds } from "../store.ts";

/**
 * Takes a live hold to its payment: order and payment are made, the hold is extended once, and the amount is computed
 * here. A hold that has its order already gives the same payment again, so a second tab or a second click cannot pay
 * twice. Refused with `not_found` for another's hold; `hold_ended` (409) when the hold is over;
 * `event_withdrawn` or `session_cancelled` (409) when it is not on sale any more: the hold is then released.
 */
export const checkOut = defineBatchedCommand({
  id: "checkout.check-out",
  summary: "Order what is held and open the payment.",
  allow: signedIn,
  idempotent: true,
  input: CheckOut,
  output: CheckoutSession,
  refuses: [
    holdErrors.hold_ended,
    holdErrors.payment_under_way,
    catalogErrors.event_withdrawn,
    catalogErrors.session_cancelled,
    checkoutErrors.too_many_checkouts,
  ],
  audit: ({ holdId, method }, session) => ({ target: session?.orderId, meta: { holdId, method } }),
  prepare: () => null,
  run: checkOutTogether,
});

type Request = BatchRequest<CheckOut, null, UserActor>;
type Held = Awaited<ReturnType<typeof checkoutsOfHolds>>;
type Session = z.input<typeof CheckoutSession>;

async function checkOutTogether(
  tx: Tx,
  requests: readonly Request[],
): Promise<Map<Request, Session | AppError>> {
  const held = await checkoutsOfHolds(tx, holdsOf(requests));
  const own = requests.filter(({ ctx, input }) => held.get(input.holdId)?.hold.userId === ctx.actor.userId);
  const withdrawn = new Map(
    own.flatMap((request) => {
      const refusal = withdrawalOf(held.get(request.input.holdId));
      return refusal ? [[request, refusal] as const] : [];
    }),
  );
  await freeWithdrawn(tx, withdrawn);
  const sellable = own.filter((request) => !withdrawn.has(request));
  const limited = await requestsOverLimit(tx, sellable, held);
  const opened = await openCheckouts(
    tx,
    sellable.filter((request) => !limited.has(request)),
    held,
  );
  const over = holdsOf(own).filter((id) => !opened.has(id));
  // They are read again: another transaction may have gone to this checkout while this one waited for the hold.
  const known = over.length > 0 ? await checkoutsOfHolds(tx, over) : held;
  const results = new Map<Request, Session | AppError>();
  for (const request of requests) results.set(request, platformErrors.not_found({ what: "hold" }));
  // In the order of arrival: of two methods that are chosen for one payment, the later one counts.
  for (const request of own) {
    const checkout = known.get(request.input.holdId);
    const withdrawal = withdrawn.get(request);
    if (withdrawal && !checkout?.payment) results.set(request, withdrawal);
    else if (limited.has(request)) results.set(request, checkoutErrors.too_many_checkouts());
    else
      results.set(
        request,
        opened.get(request.input.holdId) ?? (await openSession(tx, request.input, checkout)),
      );
  }
  return results;
}

/** Why tickets are sold no more, or null. A payment that has begun continues. */
function withdrawalOf(checkout: ReturnType<Held["get"]>): AppError | null {
  if (!checkout || checkout.payment) return null;
  if (checkout.cancelledAt) return catalogErrors.session_cancelled();
  return checkout.eventStatus === "PUBLISHED" ? null : catalogErrors.event_withdrawn();
}

async function freeWithdrawn(tx: Tx, withdrawn: ReadonlyMap<Request, AppError>): Promise<void> {
  for (const reason of new Set([...withdrawn.values()].map((refusal) => refusal.reason))) {
    const requests = [...withdrawn].filter(([, refusal]) => refusal.reason === reason);
    const steps = requests.map(([{ ctx, input }]) => ({ id: input.holdId, by: ctx }));
    await freeUnorderedHolds(tx, steps, reason);
  }
}

/** Those that would begin one more order than their buyer may; a buyer who comes back to a checkout begins none. */
async function requestsOverLimit(tx: Tx, requests: readonly Request[], held: Held): Promise<Set<Request>> {
  const beginning = requests.filter(({ input }) => !held.get(input.holdId)?.payment);
  if (!env.RATE_LIMITS || beginning.length === 0) return new Set();
  const userOf = ({ ctx }: Request) => ctx.actor.userId;
  const begun = await countBegun(tx, beginning.map(userOf));
  return new Set(beginning.filter((request) => (begun.get(userOf(request)) ?? 0) >= CHECKOUTS_BEGUN_MAX));
}

const holdsOf = (requests: readonly Request[]) => [...new Set(requests.map(({ input }) => input.holdId))];

/** Makes order and payment for every hold that lives and has none, on behalf of its first request. */
async function openCheckouts(
  tx: Tx,
  requests: readonly Request[],
  held: Held,
): Promise<Map<HoldId, Session>> {
  const firstByHold = new Map(requests.toReversed().map((request) => [request.input.holdId, request]));
  const checkedOut = firstByHold.size > 0 ? await checkOutHolds(tx, [...firstByHold.keys()]) : [];
  const bought = checkedOut.flatMap((hold) => {
    const request = firstByHold.get(hold.id);
    const amountKrw = held.get(hold.id)?.amountKrw;
    if (!request || amountKrw === undefined) return [];
    const { userId, eventSessionId, quantity, expiresAt: windowEndsAt } = hold;
    const order = { id: newId("order"), userId, eventSessionId, holdId: hold.id, quantity };
    const by = { ...request.ctx, traceId: purchaseTraceOf(request.ctx, hold.traceId) };
    request.ctx.span?.follow(by.traceId);
    const amount = { amountKrw, by };
    const payment = { ...amount, orderId: order.id, method: request.input.method, windowEndsAt };
    return [{ order: { ...order, ...amount }, payment }];
  });
  const orders = bought.map(({ order }) => order);
  await createOrders(tx, orders);
  const payments = await openPayments(
    tx,
    bought.map(({ payment }) => payment),
  );
  await transitionOrders(tx, orders, "processing", "checkout");
  const holdOf = new Map(orders.map(({ id, holdId }) => [id, holdId]));
  return new Map(
    payments.flatMap((payment) => {
      const holdId = holdOf.get(payment.orderId);
      return holdId ? [[holdId, sessionOf(payment)] as const] : [];
    }),
  );
}

/** The checkout that a hold has already, while its payment can still be made. */
async function openSession(
  tx: Tx,
  { method }: CheckOut,
  checkout: ReturnType<Held["get"]>,
): Promise<Session | AppError> {
  if (!checkout) return platformErrors.not_found({ what: "hold" });
  const { hold, payment } = checkout;
  const standing = await standingOf(tx, hold, payment);
  if (standing === "confirming") return holdErrors.payment_under_way();
  if (!payment || !(standing === "paying" || standing === "declined"))
    return holdErrors.hold_ended({ ending: standing });
  if (payment.method !== method) await changeMethod(tx, payment.id, method);
  return sessionOf(payment);
}

const sessionOf = ({ orderId, id, sessionUrl }: OpenedPayment): Session => ({
  orderId,
  paymentId: id,
  paymentSessionUrl: sessionUrl,
});
