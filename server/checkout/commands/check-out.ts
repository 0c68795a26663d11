import type { z } from "zod";
import { catalogErrors } from "../../catalog/errors.ts";
import { viewOffer } from "../../delivery/queries.ts";
import { holdErrors } from "../../holds/errors.ts";
import { freeUnorderedHolds } from "../../holds/steps/free-holds.ts";
import { checkOutHolds } from "../../holds/store.ts";
import { createOrders } from "../../orders/steps/create-orders.ts";
import { transitionOrders } from "../../orders/steps/transition-orders.ts";
import { countBegun } from "../../orders/store.ts";
import { type OpenedPayment, openPayments } from "../../payments/steps/open-payments.ts";
import { changeMethod } from "../../payments/store.ts";
import { env } from "../../platform/config/env.ts";
import { databaseNow } from "../../platform/database/clock.ts";
import { signedIn } from "../../platform/operation/allow.ts";
import { type BatchRequest, defineBatchedCommand } from "../../platform/operation/batched-command.ts";
import { purchaseTraceOf, type Tx, type UserActor } from "../../platform/operation/context.ts";
import { type AppError, platformErrors } from "../../platform/operation/errors.ts";
import type { Delivery } from "../../shipping/contract.ts";
import { deliveryRefusal, shippingErrors } from "../../shipping/errors.ts";
import { changeDelivery, saveAddresses } from "../../shipping/steps/choose-delivery.ts";
import { CheckOut, CheckoutSession } from "../contract.ts";
import { checkoutErrors } from "../errors.ts";
import { CHECKOUTS_BEGUN_MAX } from "../policy.ts";
import { standingOf } from "../queries.ts";
import { checkoutsOfHolds } from "../store.ts";

/**
 * Takes a live hold to its payment: order and payment are made, the hold is extended once, and the amount is computed
 * here. A hold that has its order already gives the same payment again, so a second tab or a second click cannot pay
 * twice. Refused with `not_found` for another's hold; `hold_ended` (409) when the hold is over;
 * `event_withdrawn` or `session_cancelled` (409) when it is not on sale any more: the hold is then released;
 * `delivery_not_offered` or `paper_orders_closed` (409) for tickets that the event session does not sell, and
 * `delivery_fixed` (409) where the order has begun with the other kind.
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
    shippingErrors.delivery_not_offered,
    shippingErrors.paper_orders_closed,
    shippingErrors.delivery_fixed,
  ],
  audit: ({ holdId, method, delivery }, session) => ({
    target: session?.orderId,
    meta: { holdId, method, delivery: delivery?.type },
  }),
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
  const own = requests.filter(({ ctx, input }) => isOwn(held.get(input.holdId), ctx.actor.userId));
  const withdrawn = new Map(
    own.flatMap((request) => {
      const refusal = withdrawalOf(held.get(request.input.holdId));
      return refusal ? [[request, refusal] as const] : [];
    }),
  );
  await freeWithdrawn(tx, withdrawn);
  const sellable = own.filter((request) => !withdrawn.has(request));
  const refused = new Map([
    ...(await refusalsOfDelivery(tx, sellable, held)),
    ...(await refusalsOverLimit(tx, sellable, held)),
  ]);
  const opened = await openCheckouts(
    tx,
    sellable.filter((request) => !refused.has(request)),
  );
  const over = holdsOf(own.filter((request) => !opened.has(request)));
  // They are read again: another transaction may have gone to this checkout while this one waited for the hold.
  const known = over.length > 0 ? await checkoutsOfHolds(tx, over) : held;
  const results = new Map<Request, Session | AppError>();
  for (const request of requests) results.set(request, platformErrors.not_found({ what: "hold" }));
  // In the order of arrival: of two methods that are chosen for one payment, the later one counts.
  for (const request of own) {
    const checkout = known.get(request.input.holdId);
    const withdrawal = checkout?.payment ? undefined : withdrawn.get(request);
    results.set(
      request,
      withdrawal ??
        refused.get(request) ??
        opened.get(request) ??
        (await openSession(tx, request.input, checkout)),
    );
  }
  return results;
}

/** Whether it is this person's purchase; an offer of the waiting list is none before it is accepted. */
const isOwn = (checkout: ReturnType<Held["get"]>, userId: UserActor["userId"]): boolean =>
  checkout?.hold.userId === userId && !checkout.hold.offered;

/** Why tickets are sold no more, or null. A payment that has begun continues. */
function withdrawalOf(checkout: ReturnType<Held["get"]>): AppError | null {
  if (!checkout || checkout.payment) return null;
  if (checkout.eventSession.cancelledAt) return catalogErrors.session_cancelled();
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
async function refusalsOverLimit(tx: Tx, requests: readonly Request[], held: Held): Promise<Refusals> {
  const beginning = beginningOf(requests, held);
  if (!env.RATE_LIMITS || beginning.length === 0) return new Map();
  const userOf = ({ ctx }: Request) => ctx.actor.userId;
  const begun = await countBegun(tx, beginning.map(userOf));
  return new Map(
    beginning
      .filter((request) => (begun.get(userOf(request)) ?? 0) >= CHECKOUTS_BEGUN_MAX)
      .map((request) => [request, checkoutErrors.too_many_checkouts()]),
  );
}

/** Why event sessions do not sell the kind of tickets that is asked for, of those who begin an order. */
async function refusalsOfDelivery(tx: Tx, requests: readonly Request[], held: Held): Promise<Refusals> {
  const beginning = beginningOf(requests, held);
  if (beginning.length === 0) return new Map();
  const now = await databaseNow(tx.db);
  return new Map(
    beginning.flatMap((request) => {
      const checkout = held.get(request.input.holdId);
      const refusal =
        checkout && deliveryRefusal(typeOf(request.input), viewOffer(checkout.eventSession), now);
      return refusal ? [[request, refusal] as const] : [];
    }),
  );
}

type Refusals = ReadonlyMap<Request, AppError>;

const beginningOf = (requests: readonly Request[], held: Held): Request[] =>
  requests.filter(({ input }) => !held.get(input.holdId)?.payment);

const typeOf = ({ delivery }: CheckOut): Delivery["type"] => delivery?.type ?? "MOBILE";

const holdsOf = (requests: readonly Request[]) => [...new Set(requests.map(({ input }) => input.holdId))];

/** Makes order and payment for every hold that lives and has none, on behalf of its first request. */
async function openCheckouts(tx: Tx, requests: readonly Request[]): Promise<Map<Request, Session>> {
  const firstByHold = new Map(requests.toReversed().map((request) => [request.input.holdId, request]));
  const checkedOut = firstByHold.size > 0 ? await checkOutHolds(tx, [...firstByHold.keys()]) : [];
  // Read once they are locked: while this waited for a hold, its buyer may have given it other seats.
  const locked = await checkoutsOfHolds(
    tx,
    checkedOut.map(({ id }) => id),
  );
  const bought = checkedOut.flatMap((hold) => {
    const request = firstByHold.get(hold.id);
    const checkout = locked.get(hold.id);
    if (!request || !checkout) return [];
    const { eventSession } = checkout;
    const { userId, eventSessionId, quantity, expiresAt: windowEndsAt } = hold;
    const delivery = typeOf(request.input);
    const shippingFeeKrw = delivery === "PAPER" ? eventSession.shippingFeeKrw : 0;
    const order = { userId, eventSessionId, holdId: hold.id, quantity, delivery, shippingFeeKrw };
    const by = { ...request.ctx, traceId: purchaseTraceOf(request.ctx, hold.traceId) };
    request.ctx.span?.follow(by.traceId);
    const amount = { amountKrw: checkout.amountKrw + shippingFeeKrw, by };
    const payment = { ...amount, method: request.input.method, windowEndsAt };
    return [{ request, order: { ...order, ...amount }, payment }];
  });
  const ids = await createOrders(
    tx,
    bought.map(({ order }) => order),
  );
  const begun = bought.flatMap((purchase, index) => {
    const id = ids[index];
    return id ? [{ ...purchase, id, by: purchase.order.by }] : [];
  });
  await saveAddresses(
    tx,
    begun.map(({ id: orderId, request: { input } }) => ({ orderId, delivery: input.delivery })),
  );
  const payments = await openPayments(
    tx,
    begun.map(({ id: orderId, payment }) => ({ ...payment, orderId })),
  );
  await transitionOrders(tx, begun, "processing", "checkout");
  const requestOf = new Map(begun.map(({ id, request }) => [id, request]));
  return new Map(
    payments.flatMap((payment) => {
      const request = requestOf.get(payment.orderId);
      return request ? [[request, sessionOf(payment)] as const] : [];
    }),
  );
}

/** The checkout that a hold has already, while its payment can still be made. */
async function openSession(
  tx: Tx,
  { method, delivery }: CheckOut,
  checkout: ReturnType<Held["get"]>,
): Promise<Session | AppError> {
  if (!checkout) return platformErrors.not_found({ what: "hold" });
  const { hold, order, payment } = checkout;
  const standing = await standingOf(tx, hold, payment);
  if (standing === "confirming") return holdErrors.payment_under_way();
  if (!payment || !(standing === "paying" || standing === "declined"))
    return holdErrors.hold_ended({ ending: standing });
  const refusal = order && delivery && (await changeDelivery(tx, order, delivery));
  if (refusal) return refusal;
  if (payment.method !== method) await changeMethod(tx, payment.id, method);
  return sessionOf(payment);
}

const sessionOf = ({ orderId, id, sessionUrl }: OpenedPayment): Session => ({
  orderId,
  paymentId: id,
  paymentSessionUrl: sessionUrl,
});
