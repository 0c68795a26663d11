import { z } from "zod";
import { type Id, idOf } from "../platform/values/ids.ts";
import { foreignText, instantIn, instantOut, textOf } from "../platform/values/text.ts";
import { integrationSessionMachine } from "./machine.ts";
import { DROP_REASONS, MESSAGE_OUTCOMES } from "./values.ts";

export type IntegrationSessionId = Id<"integration_session">;
export const integrationSessionId = idOf("integration_session");
export const phoneLineId = idOf("phone_line");

const status = z.enum(integrationSessionMachine.states);

export const StartSession = z.strictObject({ vendorId: textOf(36) });
export const SessionInput = z.strictObject({ id: integrationSessionId });

const enteredKeys = {
  accessKey: z.string().regex(/^[\w-]{8,100}$/),
  secretKey: z.string().regex(/^[\w-]{8,200}$/),
  /** The day they were issued, in Korea; today unless it is given. They last 180 days. */
  issuedOn: z.iso.date().optional(),
};
const EnteredKeys = z.strictObject(enteredKeys);
export type EnteredKeys = z.output<typeof EnteredKeys>;

export const MoveSession = z.strictObject({
  id: integrationSessionId,
  status,
  reason: textOf(200).optional(),
  /** The number of the caller's grant, where it has one: a step with an old one is refused. */
  fencingToken: z.int().optional(),
  /** Open API keys, with which COMPLETED is proved where the marketplace asks for them. */
  keys: EnteredKeys.optional(),
});
export type MoveSession = z.output<typeof MoveSession>;

export const EnterDetails = z.strictObject({
  id: integrationSessionId,
  vendorId: textOf(36),
  businessNumber: textOf(20).optional(),
  companyName: textOf(100).optional(),
});
export type EnterDetails = z.output<typeof EnterDetails>;

/** A session as its owner sees it. Other readers get masked codes. */
export const SessionView = z.object({
  id: integrationSessionId,
  vendorId: z.string(),
  businessNumber: z.string().nullable(),
  companyName: z.string().nullable(),
  status,
  smsCode: z.string().nullable(),
  emailCode: z.string().nullable(),
  lockedAt: instantOut.nullable(),
  lockExpiresAt: instantOut.nullable(),
  /** Of this grant of the phone line. */
  fencingToken: z.int().nullable(),
  /** Where the marketplace sends its codes, while the session holds it. */
  phoneNumber: z.string().nullable(),
  inbox: z.string().nullable(),
  /** What its last step is proved by: keys that are entered with it, or the codes that the marketplace was given. */
  proof: z.enum(["keys", "codes"]),
  /** When its turn came while its seller was away; null unless it waits. */
  passedOverAt: instantOut.nullable(),
  /** The last message to its line, where that could not be shown as its code, with its digits masked where it is its own. */
  heldBack: z
    .object({ channel: z.enum(["sms", "email"]), reason: z.enum(DROP_REASONS), text: z.string().nullable() })
    .nullable(),
  /** Where the seller enters the codes. */
  marketplaceUrl: z.string(),
  /** 1 for the next in line; null unless it waits. */
  position: z.int().nullable(),
  /** How long those before it may take at most, in seconds; null unless it waits. */
  estimatedWaitSeconds: z.int().nullable(),
  endReason: z.string().nullable(),
  /** When it ends if nothing happens. */
  expiresAt: instantOut,
  createdAt: instantOut,
  updatedAt: instantOut,
  completedAt: instantOut.nullable(),
});
export type SessionView = z.output<typeof SessionView>;

export const StartedSession = SessionView.extend({ isNew: z.boolean() });

export const ConnectWithKeys = z.strictObject({
  vendorId: textOf(36),
  ...enteredKeys,
  companyName: textOf(100).optional(),
});

export const AccountInput = z.strictObject({ id: idOf("marketplace_account") });
export const ReleaseAccount = AccountInput.extend({ reason: textOf(200).optional() });
export const ReleasedAccount = z.object({ vendorId: z.string(), userId: idOf("user") });

export type Channel = "sms" | "email";

/** A message that reached a phone line or an inbox. */
const message = {
  messageId: foreignText(200),
  to: foreignText(200),
  from: foreignText(200),
  text: foreignText(10_000),
  receivedAt: instantIn,
};
export const InboundSms = z.strictObject(message);
export const InboundEmail = z.strictObject({ ...message, subject: z.string().max(1000).default("") });
export const MessageTaken = z.object({ outcome: z.enum(MESSAGE_OUTCOMES) });
export type MessageOutcome = (typeof MESSAGE_OUTCOMES)[number];

export const PhoneLine = z.object({
  id: phoneLineId,
  phoneNumber: z.string(),
  inbox: z.string(),
  active: z.boolean(),
  holder: z.object({ id: integrationSessionId, vendorId: z.string(), status }).nullable(),
  lockedAt: instantOut.nullable(),
  lockExpiresAt: instantOut.nullable(),
  fencingToken: z.int(),
});

/** What an operator sees of all sessions. */
export const IntegrationOverview = z.object({
  lines: z.array(PhoneLine),
  /** Those that run, and the last that ended. */
  sessions: z.array(
    z.object({
      id: integrationSessionId,
      vendorId: z.string(),
      status,
      position: z.int().nullable(),
      endReason: z.string().nullable(),
      createdAt: instantOut,
      updatedAt: instantOut,
    }),
  ),
  /** Messages that no session waited for, with masked digits. */
  unmatched: z.array(
    z.object({
      seq: z.int(),
      channel: z.enum(["sms", "email"]),
      recipient: z.string(),
      sender: z.string(),
      text: z.string(),
      outcome: z.enum(MESSAGE_OUTCOMES),
      reason: z.enum(DROP_REASONS).nullable(),
      arrivedAt: instantOut,
    }),
  ),
  /** Of the last day, by how they ended; and those that run. */
  counts: z.object({ running: z.int(), completed: z.int(), ended: z.int() }),
});
export type IntegrationOverview = z.output<typeof IntegrationOverview>;

export const SessionHistory = z.object({
  session: SessionView,
  steps: z.array(
    z.object({
      from: status.nullable(),
      to: status,
      by: z.string(),
      reason: z.string().nullable(),
      at: instantOut,
    }),
  ),
});

export type SessionHistory = z.output<typeof SessionHistory>;

export const FindAccounts = z.strictObject({ vendorId: textOf(36).optional() });
/** Connected accounts, for an operator. */
export const ConnectedAccounts = z.array(
  z.object({
    id: idOf("marketplace_account"),
    vendorId: z.string(),
    email: z.string(),
    connectedAt: instantOut,
  }),
);

export const ReleasePhoneLine = z.strictObject({ id: phoneLineId, reason: textOf(200).optional() });

export const MarketplaceAccount = z.object({
  id: idOf("marketplace_account"),
  vendorId: z.string(),
  companyName: z.string().nullable(),
  /** The last four of it, where the seller has entered keys. */
  accessKeyMasked: z.string().nullable(),
  keysExpireAt: instantOut.nullable(),
  connectedAt: instantOut,
  checkedAt: instantOut,
});
