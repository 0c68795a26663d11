import type { EventSessionId } from "../../catalog/contract.ts";
import { catalogErrors, saleRefusals } from "../../catalog/errors.ts";
import { lockSale } from "../../catalog/steps/lock-sale.ts";
import { moveStock } from "../../catalog/steps/move-stock.ts";
import { writeHistory } from "../../platform/database/transition.ts";
import { signedIn } from "../../platform/operation/allow.ts";
import { type BatchRequest, defineBatchedCommand } from "../../platform/operation/batched-command.ts";
import type { Tx, UserActor } from "../../platform/operation/context.ts";
import { AppError } from "../../platform/operation/errors.ts";
import { incrementCounter } from "../../platform/redis/counters.ts";
import { newId } from "../../platform/values/ids.ts";
import { admissionRefusals } from "../../queue/errors.ts";
import { checkAdmission } from "../../queue/queries.ts";
import { spendAdmissions } from "../../queue/steps/spend-admission.ts";
import { Hold, HoldTickets } from "../contract.ts";
import { holdErrors } from "../errors.ts";
import { holdMachine } from "../machine.ts";
import { allocate, HOLD_SECONDS, HOLDS_REFUSED } from "../policy.ts";
import { freeExpiredHolds } from "../steps/free-expired-holds.ts";
import { type HoldRow, insertHolds, sharesOf } from "../store.ts";

/**
 * Takes tickets off sale for two minutes. Requests for one event session that arrive together are committed
 * together and decided in order of arrival. Refused with `insufficient_stock`, `duplicate_hold`,
 * `ticket_limit_exceeded`, `sales_not_open`, `sales_closed`, or what the queue says of the admission.
 */
export const holdTickets = defineBatchedCommand({
  id: "holds.hold-tickets",
  summary: "Hold tickets for two minutes.",
  allow: signedIn,
  idempotent: true,
  input: HoldTickets,
  output: Hold,
  refuses: [
    holdErrors.duplicate_hold,
    holdErrors.ticket_limit_exceeded,
    catalogErrors.insufficient_stock,
    ...saleRefusals,
    ...admissionRefusals,
  ],
  audit: ({ sessionId: eventSessionId, quantity }, hold) => ({
    target: hold?.holdId,
    meta: { sessionId: eventSessionId, quantity },
  }),
  batchBy: ({ sessionId: eventSessionId }) => eventSessionId,
  prepare: (ctx, { sessionId: eventSessionId, queueToken }) =>
    checkAdmission(ctx, { eventSessionId, queueToken }),
  run: holdTogether,
});

type Request = BatchRequest<HoldTickets, AppError | null, UserActor>;

async function holdTogether(tx: Tx, requests: readonly Request[]) {
  const [{ input }] = requests as readonly [Request, ...Request[]];
  const eventSessionId = input.sessionId;
  const asked = requests.map((request) => ({
    userId: request.ctx.actor.userId,
    quantity: request.input.quantity,
    refusal: request.prepared,
  }));
  await freeExpiredHolds(tx, eventSessionId);
  // The shares are read after the lock, so they include what its last holder committed.
  const stock = await lockSale(tx, eventSessionId);
  const shares = await sharesOf(
    tx,
    eventSessionId,
    asked.map(({ userId }) => userId),
  );
  const refusals = stock.refusal ? asked.map(() => stock.refusal) : allocate(asked, stock, shares);
  const expiresAt = new Date(stock.now.getTime() + HOLD_SECONDS * 1000);
  const results = asked.map(({ userId, quantity }, index) => {
    const refused = refusals[index];
    return refused ?? { id: newId("hold"), userId, eventSessionId, quantity, expiresAt };
  });
  await keepHolds(tx, eventSessionId, requests, results);
  return results.map((result) => (result instanceof AppError ? result : viewNewHold(result)));
}

type NewHold = Required<Pick<HoldRow, "id" | "userId" | "eventSessionId" | "quantity" | "expiresAt">>;

/** Writes what was decided: the holds, their history, and one movement of stock for all of them. */
async function keepHolds(
  tx: Tx,
  eventSessionId: EventSessionId,
  requests: readonly Request[],
  results: readonly (NewHold | AppError)[],
): Promise<void> {
  const rows = results.filter((result): result is NewHold => !(result instanceof AppError));
  const births = results.flatMap((result, index) => {
    const ctx = requests[index]?.ctx;
    if (result instanceof AppError || !ctx) return [];
    const { actor: as, traceId } = ctx;
    return [
      { entity: holdMachine.name, entityId: result.id, from: null, to: holdMachine.initial, as, traceId },
    ];
  });
  const quantity = rows.reduce((sum, hold) => sum + hold.quantity, 0);
  writeHistory(tx, births);
  await Promise.all([
    insertHolds(tx, rows),
    moveStock(tx, { eventSessionId, move: "hold", quantity, reason: "held" }),
  ]);
  const userIds = rows.map(({ userId }) => userId);
  const refused = results.length - rows.length;
  tx.afterCommit(async () => {
    // By the caller's context, since the transaction's is over.
    const ctx = requests[0]?.ctx;
    if (!ctx) return;
    await Promise.all([
      spendAdmissions(ctx, eventSessionId, userIds),
      ...(refused > 0 ? [incrementCounter(ctx, HOLDS_REFUSED, refused)] : []),
    ]);
  });
}

const viewNewHold = ({ id, eventSessionId, quantity, expiresAt }: NewHold) => ({
  holdId: id,
  sessionId: eventSessionId,
  quantity,
  status: holdMachine.initial,
  expiresAt,
  orderId: null,
  ending: null,
});
