import type { EventSessionId } from "../../catalog/contract.ts";
import { lockSale } from "../../catalog/steps/lock-sale.ts";
import { releaseStock } from "../../catalog/steps/withhold-stock.ts";
import { freeExpiredHolds, freeUnorderedHolds } from "../../holds/steps/free-holds.ts";
import { offerHolds } from "../../holds/steps/offer-holds.ts";
import { sharesOf } from "../../holds/store.ts";
import type { Tx } from "../../platform/operation/context.ts";
import { writeTransmissions } from "../../transmissions/steps/write-transmissions.ts";
import { WAITLIST_UPDATED } from "../contract.ts";
import { chooseOffers, endingOf, isReleaseDue, offerEndOf, READ_TOGETHER } from "../policy.ts";
import {
  type EntryRow,
  endList,
  findWaiting,
  isAnyoneWaiting,
  LIST,
  lapseOffers,
  moveEntries,
  saveOffers,
} from "../store.ts";
import type { WaitlistEnding } from "../values.ts";

type LockedSale = Awaited<ReturnType<typeof lockSale>>;

/**
 * Does what is due on the list of an event session, in the caller's transaction: it ends offers whose time is over, ends the
 * list with its sale, offers what came back to those who are next, and puts on sale what is promised to no one. Safe to call
 * at any time. Locks holds first, then the stock, then entries, as everything here does.
 */
export async function advanceWaitlist(tx: Tx, id: EventSessionId): Promise<void> {
  await freeExpiredHolds(tx, id);
  const sale = await lockSale(tx, id);
  tellEntries(tx, await lapseOffers(tx, id));
  const ending = endingOf(sale.closedBecause);
  if (ending) return endAll(tx, sale, ending);
  if (sale.releasePolicy !== "WAITLIST") {
    const isDue =
      sale.releasePolicy === "AT_ONCE" ||
      (sale.withheldAt !== null && isReleaseDue(sale.releaseTimes, sale.withheldAt, sale.now));
    return isDue ? release(tx, sale) : undefined;
  }
  // While an operator has paused the sale no one gets anything, from the list either.
  if (sale.refusal === null) await offerAll(tx, sale);
  if (!(await isAnyoneWaiting(tx, id))) await release(tx, sale);
}

const release = async (tx: Tx, { id, withheldAt }: LockedSale): Promise<void> => {
  if (withheldAt) await releaseStock(tx, id);
};

/** The sale is over for everyone, also for those whom tickets are offered. */
async function endAll(tx: Tx, sale: LockedSale, ending: WaitlistEnding): Promise<void> {
  await endEntries(tx, await endList(tx, sale.id, ending), ending);
  await release(tx, sale);
}

/** Gives the tickets of entries that were ended back, and tells their people. */
export async function endEntries(tx: Tx, ended: readonly EntryRow[], ending: WaitlistEnding): Promise<void> {
  const offered = ended.flatMap(({ holdId }) => (holdId ? [{ id: holdId }] : []));
  await freeUnorderedHolds(tx, offered, ending);
  tellEntries(tx, ended);
}

async function offerAll(tx: Tx, sale: LockedSale): Promise<void> {
  let free = sale.remaining + sale.withheld;
  const expiresAt = offerEndOf(sale);
  for (let after = 0; free > 0; ) {
    const read = { after, quantityMax: free, limit: READ_TOGETHER };
    const waiting = await findWaiting(tx, sale.id, read);
    const shares = await sharesOf(
      tx,
      sale.id,
      waiting.map(({ userId }) => userId),
    );
    const { offered, over } = chooseOffers(waiting, { free, maxPerUser: sale.maxPerUser }, shares);
    const holds = await offerHolds(tx, sale, { wanted: offered, expiresAt, as: LIST });
    const offers = [...holds].map(([{ id }, holdId]) => ({ id, holdId }));
    tellEntries(tx, await saveOffers(tx, offers, expiresAt));
    const reason = "limit_reached";
    const ids = over.map(({ id }) => id);
    tellEntries(tx, await moveEntries(tx, ids, "ENDED", { reason, as: LIST, set: { endReason: reason } }));
    for (const { quantity } of holds.keys()) free -= quantity;
    const last = waiting.at(-1);
    if (!last || waiting.length < READ_TOGETHER) return;
    after = last.seq;
  }
}

/** Has the people of entries told what became of them, in the transaction in which they were moved. */
function tellEntries(tx: Tx, moved: readonly EntryRow[]): void {
  writeTransmissions(
    tx,
    moved.map(
      ({ id: entryId, userId, eventSessionId: sessionId, quantity, state, offerEndsAt, endReason }) => ({
        ...{ destination: "events", type: WAITLIST_UPDATED, aggregateId: userId },
        payload: {
          ...{ entryId, userId, sessionId, quantity, newStatus: state, reason: endReason },
          offerEndsAt: offerEndsAt?.toISOString() ?? null,
        },
      }),
    ),
  );
}
