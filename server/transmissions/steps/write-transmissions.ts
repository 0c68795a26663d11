import { transmissions } from "#db/schema/transmissions.ts";
import { insertAtCommit } from "../../platform/database/transaction.ts";
import type { Tx } from "../../platform/operation/context.ts";
import { newId } from "../../platform/values/ids.ts";
import type { Message } from "../contract.ts";
import { announceWork } from "./announce-work.ts";

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
