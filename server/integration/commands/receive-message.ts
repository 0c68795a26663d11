import { anyone } from "../../platform/allow.ts";
import { defineCommand } from "../../platform/command.ts";
import type { Tx } from "../../platform/context.ts";
import { env } from "../../platform/env.ts";
import { seal } from "../../platform/seal.ts";
import { readWebhook, SignedWebhook } from "../../platform/webhook.ts";
import { codeIn, maskDigits } from "../codes.ts";
import { InboundEmail, InboundSms, type MessageOutcome, MessageTaken } from "../contract.ts";
import { findLineByRecipient, renewLine } from "../lines.ts";
import type { IntegrationState } from "../machine.ts";
import { findSession, insertMessage, moveSession, type SessionRow, updateSession } from "../store.ts";
import { settleLinesWithin } from "./settle-lines.ts";

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

type Channel = "sms" | "email";

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
 * Gives a message to the session that held its line when it came (SPEC 6). One that nobody waited for is kept, with its
 * code masked; the same message again changes nothing.
 */
async function receive(tx: Tx, channel: Channel, message: Message): Promise<{ outcome: MessageOutcome }> {
  await settleLinesWithin(tx);
  const { messageId, to: recipient, from: sender, text, subject = "", receivedAt } = message;
  const code = codeIn(`${subject}\n${text}`);
  const line = await findLineByRecipient(tx, channel, recipient);
  const held = line?.lockedAt && line.holderId && receivedAt >= line.lockedAt ? line.holderId : null;
  const session = held ? await findSession(tx, held) : undefined;
  const outcome = outcomeOf(channel, code, session?.state);
  const taker = outcome === "taken" || outcome === "kept" ? session : undefined;
  const isNew = await insertMessage(tx, {
    ...{ channel, messageId, recipient, sender, receivedAt, outcome },
    textMasked: maskDigits([subject, text].filter(Boolean).join("\n")),
    sessionId: taker?.id ?? null,
  });
  if (!isNew) return { outcome: "duplicate" };
  if (taker && code) await take(tx, channel, taker, code);
  return { outcome };
}

/** In which states a code is waited for, may come anew, or is kept until its turn. */
const EXPECTED: Readonly<Record<Channel, Partial<Record<IntegrationState, "taken" | "kept">>>> = {
  sms: { LOCKED: "taken", SMS_RECEIVED: "taken", EMAIL_WAITING: "taken" },
  email: {
    ...{ LOCKED: "kept", SMS_RECEIVED: "kept" },
    ...{ EMAIL_WAITING: "taken", EMAIL_RECEIVED: "taken", VERIFYING: "taken" },
  },
};

function outcomeOf(
  channel: Channel,
  code: string | undefined,
  state: IntegrationState | undefined,
): MessageOutcome {
  if (!code) return "no_code";
  return state ? (EXPECTED[channel][state] ?? "late") : "unmatched";
}

async function take(tx: Tx, channel: Channel, { id, state }: SessionRow, code: string): Promise<void> {
  const sealed = seal(code, `${channel} ${id}`);
  await updateSession(tx, id, channel === "sms" ? { smsCode: sealed } : { emailCode: sealed });
  const as = { kind: "system", job: "integration.inbound" } as const;
  if (channel === "sms" && state === "LOCKED") await moveSession(tx, id, "SMS_RECEIVED", { as });
  if (channel === "email" && state === "EMAIL_WAITING") await moveSession(tx, id, "EMAIL_RECEIVED", { as });
  await renewLine(tx, id);
}
