import type { EventSessionId } from "../../catalog/contract.ts";
import { lockSale } from "../../catalog/steps/lock-sale.ts";
import type { Tx } from "../../platform/operation/context.ts";
import { holdErrors } from "../errors.ts";
import { countReceived, type HoldRow, sharesOf } from "../store.ts";

interface Received {
  readonly eventSessionId: EventSessionId;
  /** Who bought the ticket: it counts as theirs while others have it, so that giving tickets away makes no room for more. */
  readonly buyerId: HoldRow["userId"];
  readonly fromId: HoldRow["userId"];
  readonly toId: HoldRow["userId"];
}

/**
 * Counts a ticket that one person gives another toward the receiver's maximum, in the caller's transaction. The stock is locked,
 * so that a hold at the same moment is seen.
 * @throws `ticket_limit_exceeded` (409)
 */
export async function moveReceived(
  tx: Tx,
  { eventSessionId, buyerId, fromId, toId }: Received,
): Promise<void> {
  const { maxPerUser: limit } = await lockSale(tx, eventSessionId);
  const changes = [{ eventSessionId, userId: fromId, tickets: -1 }].filter(
    ({ userId }) => userId !== buyerId,
  );
  if (toId !== buyerId) {
    const have = (await sharesOf(tx, eventSessionId, [toId])).get(toId)?.tickets ?? 0;
    if (have + 1 > limit) throw holdErrors.ticket_limit_exceeded({ limit, have, wanted: 1 });
    changes.push({ eventSessionId, userId: toId, tickets: 1 });
  }
  await countReceived(tx, changes);
}
