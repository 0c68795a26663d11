import type { Tx, UserActor } from "../../platform/operation/context.ts";
import { writeTransmissions } from "../../transmissions/steps/write-transmissions.ts";
import type { PushMessage } from "../contract.ts";
import { findReached } from "../store.ts";

/**
 * Writes a notification for each browser of these people, in the caller's transaction: each in the browser's language, as a
 * message of its own, so that one that cannot be reached delays no other. Whether its login session still lives is asked
 * when it leaves.
 */
export async function pushToPeople(
  tx: Tx,
  userIds: readonly UserActor["userId"][],
  { path, expiresAt, ...words }: PushMessage,
): Promise<void> {
  if (userIds.length === 0) return;
  const reached = await findReached(tx, userIds);
  writeTransmissions(
    tx,
    reached.map(({ id: subscriptionId, language }) => ({
      ...{ destination: "push", type: "Push", aggregateId: subscriptionId },
      payload: { subscriptionId, ...words[language], path, expiresAt: expiresAt.toISOString() },
    })),
  );
}
