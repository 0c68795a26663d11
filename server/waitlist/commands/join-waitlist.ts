import type { z } from "zod";
import { saleRefusals } from "../../catalog/errors.ts";
import { lockSale } from "../../catalog/steps/lock-sale.ts";
import { withholdStock } from "../../catalog/steps/withhold-stock.ts";
import { holdErrors } from "../../holds/errors.ts";
import { isHeldFromSale } from "../../holds/queries.ts";
import { freeExpiredHolds } from "../../holds/steps/free-holds.ts";
import { sharesOf } from "../../holds/store.ts";
import { writeHistory } from "../../platform/database/transition.ts";
import { signedIn } from "../../platform/operation/allow.ts";
import { type BatchRequest, defineBatchedCommand } from "../../platform/operation/batched-command.ts";
import type { Origin, Tx, UserActor } from "../../platform/operation/context.ts";
import { AppError } from "../../platform/operation/errors.ts";
import { newId } from "../../platform/values/ids.ts";
import { JoinWaitlist, WaitlistEntry, type WaitlistEntryId } from "../contract.ts";
import { waitlistErrors } from "../errors.ts";
import { waitlistEntryMachine } from "../machine.ts";
import type { Share } from "../policy.ts";
import { viewEntry } from "../queries.ts";
import { advanceWaitlist } from "../steps/advance-waitlist.ts";
import { findEntries, findOpenEntries, insertEntries } from "../store.ts";

/**
 * Takes a place on the waiting list of an event session whose tickets are all taken, or gives the one the caller has. Those
 * who come together are committed together, in the order of arrival. Refused with `no_waitlist` where the release policy
 * has none, `not_sold_out` while tickets may come to the queue, `already_waiting` for another number, `duplicate_hold`,
 * `ticket_limit_exceeded`, and why nothing is sold now.
 */
export const joinWaitlist = defineBatchedCommand({
  id: "waitlist.join",
  summary: "Wait for tickets that come back; asking again gives the same place.",
  allow: signedIn,
  input: JoinWaitlist,
  output: WaitlistEntry,
  refuses: [
    waitlistErrors.no_waitlist,
    waitlistErrors.not_sold_out,
    waitlistErrors.already_waiting,
    holdErrors.duplicate_hold,
    holdErrors.ticket_limit_exceeded,
    ...saleRefusals,
  ],
  audit: ({ sessionId, quantity }, entry) => ({ target: entry?.id, meta: { sessionId, quantity } }),
  batchBy: ({ sessionId }) => sessionId,
  prepare: () => null,
  run: joinTogether,
});

type Request = BatchRequest<JoinWaitlist, null, UserActor>;
/** A new entry, and the request that it is of. */
interface Joining {
  readonly entry: Parameters<typeof insertEntries>[1][number];
  readonly by: Origin;
}

type Outcome = z.input<typeof WaitlistEntry> | AppError;

async function joinTogether(tx: Tx, requests: readonly Request[]): Promise<Map<Request, Outcome>> {
  const [{ input }] = requests as readonly [Request, ...Request[]];
  const { sessionId: id } = input;
  await freeExpiredHolds(tx, id);
  const sale = await lockSale(tx, id);
  const refusal = await listRefusal(tx, sale);
  if (refusal) return new Map(requests.map((request) => [request, refusal]));
  const userIds = requests.map(({ ctx }) => ctx.actor.userId);
  const [known, shares] = [await findOpenEntries(tx, id, userIds), await sharesOf(tx, id, userIds)];
  const open = new Map<string, { readonly id: WaitlistEntryId; readonly quantity: number }>(
    known.map((entry) => [entry.userId, entry]),
  );
  const joining: Joining[] = [];
  const places = new Map<Request, WaitlistEntryId | AppError>();
  for (const request of requests) {
    const { userId } = request.ctx.actor;
    const { quantity } = request.input;
    const waits = open.get(userId);
    const refused = waits
      ? waits.quantity !== quantity && waitlistErrors.already_waiting({ quantity: waits.quantity })
      : personRefusal(shares.get(userId), quantity, sale.maxPerUser);
    if (refused) places.set(request, refused);
    else {
      const entry = waits ?? { id: newId("waitlist_entry"), quantity };
      if (!waits) joining.push({ entry: { ...entry, userId, eventSessionId: id }, by: request.ctx });
      open.set(userId, entry);
      places.set(request, entry.id);
    }
  }
  if (joining.length > 0) await saveJoined(tx, sale, joining);
  return viewPlaces(tx, places);
}

/** Why no one can join, or null. What holds free comes to the queue first, until the list has begun. */
async function listRefusal(tx: Tx, sale: Awaited<ReturnType<typeof lockSale>>): Promise<AppError | null> {
  if (sale.refusal) return sale.refusal;
  if (sale.releasePolicy !== "WAITLIST") return waitlistErrors.no_waitlist();
  if (sale.withheldAt) return null;
  const mayComeToQueue = sale.remaining > 0 || (await isHeldFromSale(tx, sale.id));
  return mayComeToQueue ? waitlistErrors.not_sold_out() : null;
}

function personRefusal(share: Share | undefined, wanted: number, limit: number): AppError | null {
  if (share?.holding) return holdErrors.duplicate_hold();
  const have = share?.tickets ?? 0;
  return have + wanted > limit ? holdErrors.ticket_limit_exceeded({ limit, have, wanted }) : null;
}

async function saveJoined(
  tx: Tx,
  { id, withheldAt, withheld }: Awaited<ReturnType<typeof lockSale>>,
  joining: readonly Joining[],
): Promise<void> {
  const born = { entity: waitlistEntryMachine.name, from: null, to: waitlistEntryMachine.initial };
  writeHistory(
    tx,
    joining.map(({ entry: { id: entityId }, by }) => ({
      ...born,
      entityId,
      as: by.actor,
      traceId: by.traceId,
    })),
  );
  await insertEntries(
    tx,
    joining.map(({ entry }) => entry),
  );
  if (!withheldAt) await withholdStock(tx, id);
  // What is too little for those before them may be enough for someone who joins.
  if (withheld > 0) await advanceWaitlist(tx, id);
}

async function viewPlaces(
  tx: Tx,
  places: ReadonlyMap<Request, WaitlistEntryId | AppError>,
): Promise<Map<Request, Outcome>> {
  const ids = [...places.values()].flatMap((place) => (place instanceof AppError ? [] : [place]));
  const rows = new Map((await findEntries(tx, ids)).map((row) => [row.entry.id, row]));
  const outcomes = new Map<Request, Outcome>();
  for (const [request, place] of places) {
    const row = place instanceof AppError ? undefined : rows.get(place);
    if (row) outcomes.set(request, await viewEntry(tx, row));
    else if (place instanceof AppError) outcomes.set(request, place);
  }
  return outcomes;
}
