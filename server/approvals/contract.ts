import { z } from "zod";
import { userId } from "../auth/contract.ts";
import { eventId, eventSessionId, UpdateEventSession } from "../catalog/contract.ts";
import { RefundOrder } from "../checkout/contract.ts";
import { idOf } from "../platform/values/ids.ts";
import { instantOut, noteText } from "../platform/values/text.ts";

export const approvalId = idOf("approval");

/** Why; of a cancelled event the buyers read it. */
const note = noteText;

/** When an event session is and is sold. What is left out stays as it is. */
const SaleTimes = UpdateEventSession.pick({
  startsAt: true,
  salesOpenAt: true,
  salesCloseAt: true,
  cancelDeadlineAt: true,
});

/** What a second operator is asked to approve. */
export const AskApproval = z.discriminatedUnion("kind", [
  RefundOrder.extend({ kind: z.literal("refund") }),
  z.strictObject({ kind: z.literal("close_sale"), id: eventSessionId, note }),
  SaleTimes.extend({ kind: z.literal("shorten_sale"), id: eventSessionId, note }),
  z.strictObject({ kind: z.literal("cancel_session"), id: eventSessionId, note }),
  z.strictObject({ kind: z.literal("cancel_event"), id: eventId, note }),
  z.strictObject({ kind: z.literal("archive_event"), id: eventId, note }),
  z.strictObject({ kind: z.literal("withdraw_event"), id: eventId, note }),
  z.strictObject({ kind: z.literal("make_operator"), id: userId, note }),
  z.strictObject({ kind: z.literal("remove_factors"), id: userId, note }),
]);
export type AskApproval = z.output<typeof AskApproval>;
export const APPROVAL_KINDS = AskApproval.options.map(({ shape }) => shape.kind.value);

export const DecideApproval = z.strictObject({
  id: approvalId,
  outcome: z.enum(["approved", "refused"]),
  note: noteText,
});

export const Approval = z.object({
  id: approvalId,
  kind: z.enum(APPROVAL_KINDS),
  subject: z.string().meta({ description: "The order, event session, event or person that it is about." }),
  amount: z.int().nullable().meta({ description: "KRW of a refund, where one was named." }),
  tickets: z.int().nullable().meta({ description: "How many tickets of the order, where some were named." }),
  times: z
    .object({
      startsAt: instantOut.optional(),
      salesOpenAt: instantOut.optional(),
      salesCloseAt: instantOut.optional(),
      cancelDeadlineAt: instantOut.optional(),
    })
    .nullable()
    .meta({ description: "The times that an event session is to have, where they are to change." }),
  note: z.string(),
  state: z.enum(["waiting", "approved", "refused", "expired"]),
  askedBy: z.string().meta({ description: "The e-mail of the operator who asked." }),
  own: z.boolean().meta({ description: "Whether the caller asked: then another has to decide." }),
  askedAt: instantOut,
  expiresAt: instantOut,
  decidedBy: z.string().nullable(),
  decidedAt: instantOut.nullable(),
  decisionNote: z.string().nullable(),
});
export type Approval = z.output<typeof Approval>;
