import type { z } from "zod";
import { authErrors } from "../../auth/errors.ts";
import { unverifiedRefusal } from "../../auth/queries.ts";
import { catalogErrors, saleRefusals } from "../../catalog/errors.ts";
import { Hold, HoldTickets } from "../../holds/contract.ts";
import { holdErrors } from "../../holds/errors.ts";
import { createHolds } from "../../holds/steps/create-holds.ts";
import { signedIn } from "../../platform/operation/allow.ts";
import { type BatchRequest, defineBatchedCommand } from "../../platform/operation/batched-command.ts";
import type { Tx, UserActor } from "../../platform/operation/context.ts";
import type { AppError } from "../../platform/operation/errors.ts";
import { admissionRefusals } from "../../queue/errors.ts";
import { checkAdmission, followPlace, numberOfPlace } from "../../queue/queries.ts";
import { spendAdmissions } from "../../queue/steps/spend-admissions.ts";
import { seatErrors } from "../../seats/errors.ts";

/**
 * Takes tickets off sale for two minutes. Requests for one event session that arrive together are committed
 * together and decided in order of arrival. Chosen seats are held all or none, and so are the best ones. Refused with
 * `insufficient_stock`, `seat_taken`, `seat_blocked`, `seats_wanted`, `no_seats`, `no_seat_map`, `duplicate_hold`, `ticket_limit_exceeded`, `sales_not_open`,
 * `sales_closed`, `email_unverified`, what the queue says of the admission, or `not_found` for a seat that the event session does not have.
 */
export const holdTickets = defineBatchedCommand({
  // It is in the checkout because it asks the queue, which uses the holds. Clients, keys and the audit log know it by this id.
  id: "holds.hold-tickets",
  summary: "Hold tickets for two minutes.",
  allow: signedIn,
  idempotent: true,
  input: HoldTickets,
  output: Hold,
  refuses: [
    authErrors.email_unverified,
    holdErrors.duplicate_hold,
    holdErrors.ticket_limit_exceeded,
    catalogErrors.insufficient_stock,
    seatErrors.seat_taken,
    seatErrors.seat_blocked,
    seatErrors.seats_wanted,
    seatErrors.no_seats,
    seatErrors.no_seat_map,
    ...saleRefusals,
    ...admissionRefusals,
  ],
  audit: ({ sessionId: eventSessionId, queueToken, ...wish }, hold) => ({
    target: hold?.holdId,
    meta: {
      ...{ sessionId: eventSessionId, ...wish },
      ...(wish.bestAvailable && { seatIds: hold?.seats.map(({ id }) => id) }),
      queueNumber: hold && numberOfPlace(queueToken),
    },
  }),
  batchBy: ({ sessionId: eventSessionId }) => eventSessionId,
  prepare: async (ctx, { sessionId: eventSessionId, queueToken }) =>
    (await unverifiedRefusal(ctx)) ?? checkAdmission(ctx, { eventSessionId, queueToken }),
  run: holdTogether,
});

function wishOf({ quantity = 0, seatIds, bestAvailable: best }: HoldTickets) {
  if (best) return { quantity: best.quantity, best };
  return seatIds ? { quantity: seatIds.length, seatIds } : { quantity };
}

type Request = BatchRequest<HoldTickets, AppError | null, UserActor>;

async function holdTogether(tx: Tx, requests: readonly Request[]) {
  const [{ input }] = requests as readonly [Request, ...Request[]];
  const { refusals, held } = await createHolds(
    tx,
    input.sessionId,
    requests.map((request) => ({
      request,
      userId: request.ctx.actor.userId,
      ...wishOf(request.input),
      refusal: request.prepared,
      by: { actor: request.ctx.actor, traceId: followPlace(request.ctx, request.input.queueToken) },
    })),
  );
  spendAdmissions(
    tx,
    input.sessionId,
    [...held.keys()].map(({ userId }) => userId),
  );
  return new Map<Request, z.input<typeof Hold> | AppError>(
    [...refusals, ...held].map(([{ request }, result]) => [request, result]),
  );
}
