import type { Ticket } from "#server/tickets/contract.ts";
import { admits } from "./admits.ts";
import type { Stack } from "./ticket-stack.tsx";

/** A ticket stays among the upcoming ones for a while after the start. */
const SHOW_LASTS_MS = 6 * 60 * 60_000;

interface Stacks {
  readonly upcoming: readonly Stack[];
  /** What admits no one any more: used, void or of an evening that is over. */
  readonly past: readonly Stack[];
}

/**
 * Tickets by event session: those to come with the next one first, then the others with the latest first. A stack has
 * its tickets as they were bought.
 * @param now - the server's time, in milliseconds
 */
export function stacksOf(tickets: readonly Ticket[], now: number): Stacks {
  const isUpcoming = (ticket: Ticket) => admits(ticket) && Date.parse(ticket.startsAt) + SHOW_LASTS_MS > now;
  const startOf = ([{ startsAt }]: Stack) => Date.parse(startsAt);
  return {
    upcoming: stacked(tickets.filter(isUpcoming)).sort((a, b) => startOf(a) - startOf(b)),
    past: stacked(tickets.filter((ticket) => !isUpcoming(ticket))).sort((a, b) => startOf(b) - startOf(a)),
  };
}

function stacked(tickets: readonly Ticket[]): Stack[] {
  const inOrder = tickets.toSorted((a, b) =>
    a.orderId === b.orderId ? a.number - b.number : a.orderId < b.orderId ? -1 : 1,
  );
  const stacks = new Map<string, [Ticket, ...Ticket[]]>();
  for (const ticket of inOrder) {
    const stack = stacks.get(ticket.sessionId);
    if (stack) stack.push(ticket);
    else stacks.set(ticket.sessionId, [ticket]);
  }
  return [...stacks.values()];
}
