import type { Tx } from "../../platform/operation/context.ts";
import { saveReissued, type TicketRow } from "../store.ts";
import { signTicket } from "../tokens.ts";

/**
 * Makes a ticket another person's, in the caller's transaction that has it locked: it has a new code, and the one of before
 * admits no one any more.
 */
export async function reissueTicket(
  tx: Tx,
  { id: ticketId, eventSessionId, version: before }: Pick<TicketRow, "id" | "eventSessionId" | "version">,
  userId: TicketRow["userId"],
): Promise<void> {
  const version = before + 1;
  const qr = await signTicket({ ticketId, eventSessionId, version });
  await saveReissued(tx, ticketId, { userId, version, qr });
}
