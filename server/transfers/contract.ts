import { z } from "zod";
import { eventId } from "../catalog/contract.ts";
import type { Id } from "../platform/values/ids.ts";
import { instantOut } from "../platform/values/text.ts";
import { ticketId } from "../tickets/contract.ts";
import { TRANSFER_STANDINGS } from "./values.ts";

export type TransferId = Id<"transfer">;

export const TransferTicket = z.strictObject({ ticketId });

/** The secret of a link. */
const token = z.string().regex(/^[\w-]{32}$/, "not the secret of a link");
export const TransferInput = z.strictObject({ token });

export const OfferedTransfer = z.object({
  token: token.meta({ description: "The secret of the link, which is told once." }),
  expiresAt: instantOut,
});

/** What a person who opens the link sees. */
export const TransferView = z.object({
  standing: z.enum(TRANSFER_STANDINGS).meta({
    description:
      "Whether it can be accepted; `own`: the caller offered it; `accepted`: the caller did; else it is over.",
  }),
  eventId,
  eventTitle: z.string(),
  venue: z.string(),
  startsAt: instantOut,
  ...{ seat: z.string().nullable(), section: z.string().nullable() },
  ...{ row: z.string().nullable(), label: z.string().nullable() },
  expiresAt: instantOut,
});
export type TransferView = z.output<typeof TransferView>;

export const AcceptedTransfer = z.object({ ticketId });

/** A ticket of the caller that is offered to another person now. */
export const OpenTransfer = z.object({ ticketId, expiresAt: instantOut });
export type OpenTransfer = z.output<typeof OpenTransfer>;
