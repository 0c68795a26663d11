import { transmissions } from "#db/schema/transmissions.ts";
import { insertAtCommit } from "../../platform/database/transaction.ts";
import { announce } from "../../platform/jobs/announce.ts";
import type { Tx } from "../../platform/operation/context.ts";
import { newId } from "../../platform/values/ids.ts";
import type { DestinationName, Message } from "../contract.ts";

/** Something is due at a destination. */
export const OUTBOX_WRITTEN = "outbox/written";

/** Starts the delivery to a destination after the commit. */
export const announceWork = (tx: Tx, destination: DestinationName): void =>
  announce(tx, { name: OUTBOX_WRITTEN, data: { destination } });

/**
 * Writes messages to the outbox in the transaction that caused them: they leave exactly when it commits, and delivery
 * starts at once. The payload is saved as the text that every try will send.
 */
export function writeTransmissions(tx: Tx, messages: readonly Message[]): void {
  insertAtCommit(
    tx,
    transmissions,
    messages.map(({ payload, traceId = tx.traceId, ...message }) => ({
      ...message,
      id: newId("transmission"),
      payload: JSON.stringify(payload),
      traceId,
    })),
  );
  for (const destination of new Set(messages.map((message) => message.destination)))
    announceWork(tx, destination);
}
