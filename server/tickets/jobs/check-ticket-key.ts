import type { AppContext } from "../../platform/operation/context.ts";
import { findTicketOfEachComing } from "../store.ts";
import { readTicket } from "../tokens.ts";

/**
 * Logs an error when tickets of coming event sessions were signed with another key than this process has: every door
 * would call them forged. The process starts all the same, since a key that leaked has to be changed.
 */
export async function checkTicketKey(ctx: AppContext): Promise<void> {
  const coming = await findTicketOfEachComing(ctx);
  const unreadable = await Promise.all(
    coming.map(({ eventSessionId, qr }) =>
      readTicket(qr).then(
        () => [],
        () => [eventSessionId],
      ),
    ),
  );
  const eventSessionIds = unreadable.flat();
  if (eventSessionIds.length === 0) return;
  ctx.log.error({
    ...{ action: "tickets.key", outcome: "another_key", eventSessionIds },
    advice:
      "Tickets of these event sessions were signed with another TICKET_SIGNING_KEY, and every door calls them forged. Set the former key again.",
  });
}
