import { env } from "../../platform/config/env.ts";
import { databaseNow } from "../../platform/database/clock.ts";
import { readWebhook, SignedWebhook } from "../../platform/http/webhook.ts";
import { anyone } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import type { Tx } from "../../platform/operation/context.ts";
import { seal } from "../../platform/values/seal.ts";
import { codeIn, maskDigits, readable } from "../codes.policy.ts";
import { type Channel, InboundEmail, InboundSms, type MessageOutcome, MessageTaken } from "../contract.ts";
import { findPhoneLineByRecipient, type PhoneLineRow, renewPhoneLine } from "../phone-lines.store.ts";
import { EXPECTED, isSenderOf, notTheirs } from "../policy.ts";
import { expireAndAssignPhoneLines } from "../steps/assign-phone-lines.ts";
import {
  findSession,
  insertMessage,
  moveSession,
  notifyWatchers,
  type SessionRow,
  updateSession,
} from "../store.ts";
import type { DropReason } from "../values.ts";

/** An SMS that reached a phone line. Refused with `bad_signature` (401) or what does not fit (400). */
export const receiveSms = defineCommand({
  ...inbound("sms"),
  run: (tx, webhook) => receive(tx, "sms", readWebhook(webhook, env.SMS_WEBHOOK_SECRET, InboundSms)),
});

/** An e-mail that reached an inbox. Refused as an SMS is. */
export const receiveEmail = defineCommand({
  ...inbound("email"),
  run: (tx, webhook) => receive(tx, "email", readWebhook(webhook, env.EMAIL_WEBHOOK_SECRET, InboundEmail)),
});

function inbound(channel: Channel) {
  return {
    id: `integration.receive-${channel}`,
    summary: `The gateway's signed webhook of an ${channel === "sms" ? "SMS" : "e-mail"}.`,
    allow: anyone,
    webhook: `integration.inbound-${channel}`,
    auditRefusals: true,
    input: SignedWebhook,
    output: MessageTaken,
    audit: (webhook: SignedWebhook, taken: { outcome: MessageOutcome } | undefined) => ({
      target: webhook["webhook-id"],
      meta: { outcome: taken?.outcome },
    }),
  } as const;
}

type Message = ReturnType<typeof InboundSms.parse> & { readonly subject?: string };

/**
 * Gives a message to the session that held its phone line when it came. A message that no session waited for, that came
 * from another sender or whose owner is uncertain is saved with its code masked and the reason. A repeated message changes
 * nothing.
 */
async function receive(tx: Tx, channel: Channel, message: Message): Promise<{ outcome: MessageOutcome }> {
  await expireAndAssignPhoneLines(tx);
  const { messageId, to: recipient, from: sender, subject = "" } = message;
  // The gateway received the message before it called us, even if its clock is ahead.
  const receivedAt = new Date(Math.min(message.receivedAt.getTime(), (await databaseNow(tx.db)).getTime()));
  const text = [subject, message.text].filter(Boolean).join("\n");
  const line = await findPhoneLineByRecipient(tx, channel, recipient);
  const session = line?.holderId ? await findSession(tx, line.holderId) : undefined;
  const code = codeIn(text);
  const { outcome, reason } = judge(
    { channel, sender, receivedAt, text: readable(text), code },
    line,
    session,
  );
  const isNew = await insertMessage(tx, {
    ...{ channel, messageId, recipient, sender, receivedAt, outcome, reason },
    textMasked: maskDigits(text),
    integrationSessionId: reason === "sender" ? null : (session?.id ?? null),
  });
  if (!isNew) return { outcome: "duplicate" };
  if (session && reason !== null) await notifyWatchers(tx, session.id);
  if (session && code && reason === null) await take(tx, channel, session, code);
  return { outcome };
}

type Arrived = Parameters<typeof notTheirs>[0] & {
  readonly sender: string;
  readonly code: string | undefined;
};
type Judged = { readonly outcome: MessageOutcome; readonly reason: DropReason | null };

function judge(message: Arrived, line: PhoneLineRow | undefined, session: SessionRow | undefined): Judged {
  const { channel, sender, code } = message;
  const dropped = (reason: DropReason, outcome: MessageOutcome = "unmatched") => ({ outcome, reason });
  if (!isSenderOf(channel, sender, sendersOf(channel))) return dropped("sender");
  if (!line) return dropped("recipient");
  if (!code) return dropped("no_code", "no_code");
  if (!session || !line.lockedAt) return dropped("no_holder");
  const reason = notTheirs(message, { ...line, vendorId: session.vendorId, lockedAt: line.lockedAt });
  if (reason) return dropped(reason);
  const outcome = EXPECTED[channel][session.state]?.outcome;
  return outcome ? { outcome, reason: null } : dropped("late", "late");
}

/** The marketplace's own, and those of the page that plays it. */
const sendersOf = (channel: Channel): readonly string[] => {
  if (channel === "sms") return env.SMS_SENDERS;
  return env.SANDBOX ? [...env.EMAIL_SENDERS, "coupang.test"] : env.EMAIL_SENDERS;
};

async function take(tx: Tx, channel: Channel, { id, state }: SessionRow, code: string): Promise<void> {
  const sealed = seal(code, `${channel} ${id}`);
  await updateSession(tx, id, channel === "sms" ? { smsCode: sealed } : { emailCode: sealed });
  const next = EXPECTED[channel][state]?.to;
  if (next) await moveSession(tx, id, next, { as: { kind: "system", job: "integration.inbound" } });
  await renewPhoneLine(tx, id);
}
