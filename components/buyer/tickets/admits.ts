import type { Ticket } from "#server/tickets/contract.ts";

/** Whether a ticket lets its holder in: one of a cancelled event session does not, though its order may not be refunded yet. */
export const admits = ({ status, sessionCancellation }: Ticket): boolean =>
  status === "VALID" && sessionCancellation === null;
