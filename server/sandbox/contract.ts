import { z } from "zod";
import { instantOut } from "../platform/values/text.ts";
import { CODE_FAULTS, RECEIVER_MODES, SANDBOX_ACTS } from "./values.ts";

/** The sealed part of the payment page's address. */
const ticket = z.string().min(1).max(2000);
export const SandboxPaymentInput = z.strictObject({ ticket });
export const PlayPayment = z.strictObject({ ticket, act: z.enum(SANDBOX_ACTS) });
export type PlayPayment = z.output<typeof PlayPayment>;

export const SandboxPayment = z.object({
  orderId: z.string(),
  /** KRW. */
  amount: z.int(),
  status: z.enum(["READY", "APPROVED", "DECLINED", "CLOSED", "REFUNDED"]),
});
export const ReceiverMode = z.enum(RECEIVER_MODES);
export type ReceiverMode = z.output<typeof ReceiverMode>;

export const SetReceiver = z.strictObject({ mode: ReceiverMode });

export const ReceivedTransmission = z.object({
  "webhook-id": z.string().min(1).max(200),
  "webhook-timestamp": z.string().max(200).default(""),
  "webhook-signature": z.string().max(2000).default(""),
  "webhook-type": z.string().max(200).default(""),
  rawBody: z.string(),
});

export const Receiver = z.object({
  mode: ReceiverMode,
  /** How many different messages it stored, and how often it got one that it already had. */
  taken: z.int(),
  duplicates: z.int(),
  lastMinute: z.int(),
  /** The latest. */
  received: z.array(
    z.object({
      seq: z.int(),
      messageId: z.string(),
      type: z.string(),
      body: z.string(),
      mode: ReceiverMode,
      taken: z.boolean(),
      duplicate: z.boolean(),
      receivedAt: instantOut,
    }),
  ),
});

const vendorId = z.string().min(1).max(36);
const channel = z.enum(["sms", "email"]);

export const SendCode = z.strictObject({
  vendorId,
  channel,
  /** The number or the address that the seller has typed in. */
  to: z.string().min(1).max(200),
  fault: z.enum(CODE_FAULTS).default("none"),
});
export type SendCode = z.output<typeof SendCode>;
export const CodeSent = z.object({ sent: z.boolean() });

export const EnterCode = z.strictObject({ vendorId, channel, code: z.string().regex(/^\d{6}$/) });
export const CodeEntered = z.object({ accepted: z.boolean() });

export const CoupangVendorInput = z.strictObject({ vendorId });
export const CoupangVendor = z.object({ smsVerified: z.boolean(), emailVerified: z.boolean() });

export const ListMails = z.strictObject({
  /** The last page's `nextCursor`. */
  cursor: z.int().positive().optional(),
});

/** What was written to mailboxes, the newest first. */
export const Mailbox = z.object({
  /** Whether a mail server has them too; else this is all that becomes of them. */
  isSent: z.boolean(),
  items: z.array(
    z.object({
      seq: z.int(),
      to: z.string(),
      subject: z.string(),
      text: z.string(),
      html: z.string(),
      /** The calendar file that goes with it, where one does. */
      calendar: z.string().optional(),
      /** Whether it has left the outbox. */
      delivered: z.boolean(),
      createdAt: instantOut,
    }),
  ),
  /** Null on the last page. */
  nextCursor: z.int().nullable(),
});
