import type { z } from "zod";
import type { EventSessionId } from "../../catalog/contract.ts";
import { catalogErrors, saleRefusals } from "../../catalog/errors.ts";
import { lockSale } from "../../catalog/steps/lock-sale.ts";
import { moveStock } from "../../catalog/steps/move-stock.ts";
import { writeHistory } from "../../platform/database/transition.ts";
import { signedIn } from "../../platform/operation/allow.ts";
import { type BatchRequest, defineBatchedCommand } from "../../platform/operation/batched-command.ts";
import type { Tx, UserActor } from "../../platform/operation/context.ts";
import type { AppError } from "../../platform/operation/errors.ts";
import { incrementCounter } from "../../platform/redis/counters.ts";
import { newId } from "../../platform/values/ids.ts";
import { admissionRefusals } from "../../queue/errors.ts";
import { checkAdmission } from "../../queue/queries.ts";
import { spendAdmissions } from "../../queue/steps/spend-admission.ts";
import { Hold, HoldTickets } from "../contract.ts";
import { holdErrors } from "../errors.ts";
import { holdMachine } from "../machine.ts";
import { allocate, HOLD_SECONDS, HOLDS_REFUSED } from "../policy.ts";
import { freeExpiredHolds } from "../steps/free-holds.ts";
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
type NewHold = Required<Pick<HoldRow, "id" | "userId" | "eventSessionId" | "quantity" | "expiresAt">>;

async function holdTogether(tx: Tx, requests: readonly Request[]) {
  const [first] = requests as readonly [Request, ...Request[]];
  const eventSessionId = first.input.sessionId;
  const asked = requests.map((request) => ({
    request,
    userId: request.ctx.actor.userId,
    quantity: request.input.quantity,
    refusal: request.prepared,
  }));
  await freeExpiredHolds(tx, eventSessionId);
  const sale = await lockSale(tx, eventSessionId);
  // The shares are read after the lock, so they include what its last holder committed.
  const shares = await sharesOf(
    tx,
    eventSessionId,
    asked.map(({ userId }) => userId),
  );
  const refusals = allocate(asked, sale, shares);
  const expiresAt = new Date(sale.now.getTime() + HOLD_SECONDS * 1000);
  const held = new Map<Request, NewHold>();
  for (const one of asked)
    if (!refusals.has(one)) {
      const { request, userId, quantity } = one;
      held.set(request, { id: newId("hold"), userId, eventSessionId, quantity, expiresAt });
    }
  await saveHolds(tx, eventSessionId, held);
  spendAfterCommit(tx, first, { held: [...held.values()], refused: refusals.size });
  return new Map<Request, z.input<typeof Hold> | AppError>([
    ...[...refusals].map(([{ request }, refusal]) => [request, refusal] as const),
    ...[...held].map(([request, hold]) => [request, viewNewHold(hold)] as const),
  ]);
}

/** Writes the holds, their history, and one movement of stock for all of them. */
async function saveHolds(
  tx: Tx,
  eventSessionId: EventSessionId,
  held: ReadonlyMap<Request, NewHold>,
): Promise<void> {
  const rows = [...held.values()];
  writeHistory(
    tx,
    [...held].map(([{ ctx }, { id }]) => ({
      ...{ entity: holdMachine.name, entityId: id, from: null, to: holdMachine.initial },
      ...{ as: ctx.actor, traceId: ctx.traceId },
    })),
  );
  const quantity = rows.reduce((sum, hold) => sum + hold.quantity, 0);
  await insertHolds(tx, rows);
  await moveStock(tx, { eventSessionId, move: "hold", quantity, reason: "held" });
}

/** Spends the admissions of those who hold now, and counts the refusals. */
function spendAfterCommit(
  tx: Tx,
  { ctx, input }: Request,
  { held, refused }: { readonly held: readonly NewHold[]; readonly refused: number },
): void {
  const userIds = held.map(({ userId }) => userId);
  // By the context of a caller, since the transaction's is over by then.
  tx.afterCommit(async () => {
    await Promise.all([
      spendAdmissions(ctx, input.sessionId, userIds),
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
