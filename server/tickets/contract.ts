import { z } from "zod";
import { Change, eventId, eventSessionId, SessionCancellation } from "../catalog/contract.ts";
import { refundMachine } from "../payments/machine.ts";
import { type Id, idOf } from "../platform/values/ids.ts";
import { instantOut } from "../platform/values/text.ts";
import { ENTRY_CODES } from "../terms/values.ts";
import { WALLETS } from "./values.ts";

export type TicketId = Id<"ticket">;
export const ticketId = idOf("ticket");

/**
 * The hours around the start in which tickets are checked in: a festival opens early and lasts all night. After them the
 * event session is over, and so are its door links.
 */
export const CHECK_IN_HOURS = { before: 6, after: 12 };

export const TICKET_STATUSES = ["VALID", "USED", "VOID"] as const;

export const Ticket = z.object({
  id: ticketId,
  orderId: idOf("order"),
  eventId,
  sessionId: eventSessionId,
  number: z.int().meta({ description: "Which of its order's tickets it is, the first being 1." }),
  count: z.int().meta({ description: "How many tickets its order had." }),
  isReceived: z
    .boolean()
    .meta({ description: "Whether another person bought it and gave it to the caller." }),
  transferUntil: instantOut.nullable().meta({
    description: "Until when it may be given to another person; null where it may not.",
  }),
  seat: z.string().nullable().meta({ description: "The number of its seat; null for counted stock." }),
  section: z.string().nullable(),
  row: z.string().nullable(),
  label: z.string().nullable(),
  status: z.enum(TICKET_STATUSES),
  qr: z.string().meta({ description: "The signed text of the QR code." }),
  movingSecret: z.string().nullable().meta({
    description: "What its holder's moving codes are made with; null where it admits no one any more.",
  }),
  entryCodes: z.enum(ENTRY_CODES).meta({ description: "Which of its codes let its holder in." }),
  wallets: z.array(z.enum(WALLETS)).meta({
    description:
      "Which wallets of phones the shop signs passes for. None takes a ticket that admits no one, or whose door takes moving codes alone.",
  }),
  eventTitle: z.string(),
  venue: z.string(),
  startsAt: instantOut,
  doorsMinutesBefore: z.int().nullable().meta({
    description: "How many minutes before the start the doors open; null where that is not said.",
  }),
  sessionCancellation: SessionCancellation,
  cancelDeadlineAt: instantOut,
  changes: z.array(Change).meta({ description: "What changed since the tickets were held." }),
  usedAt: instantOut.nullable(),
  usedWhere: z.string().nullable(),
  refund: z
    .object({
      state: z.enum(refundMachine.states),
      amount: z.int().meta({ description: "KRW." }),
      closedAt: instantOut.nullable().meta({
        description: "When an operator closed a refused one, since the money went back another way.",
      }),
    })
    .nullable()
    .meta({ description: "What is given back for a void ticket." }),
});
export type Ticket = z.output<typeof Ticket>;
