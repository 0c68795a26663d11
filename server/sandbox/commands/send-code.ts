import { randomInt, randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { bookCode } from "../../integration/gateways/sandbox-books.ts";
import { env } from "../../platform/config/env.ts";
import { signWebhook } from "../../platform/http/webhook.ts";
import { anyone } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import type { AppContext } from "../../platform/operation/context.ts";
import { CodeSent, SendCode } from "../contract.ts";
import { LATE_MS, requireSandbox } from "../policy.ts";

const newCode = (): string => String(randomInt(100_000, 1_000_000));

/**
 * Plays Coupang: makes up a code and "sends" it by the gateway's signed webhook once, twice, late, wrong or not at all.
 * Throws `not_found` outside the sandbox.
 */
export const sendCode = defineCommand({
  id: "sandbox.send-code",
  summary: "Sandbox: have Coupang send a code.",
  allow: anyone,
  input: SendCode,
  output: CodeSent,
  audit: ({ vendorId, channel, fault }) => ({ target: vendorId, meta: { channel, fault } }),
  async run(tx, { vendorId, channel, to, fault }) {
    requireSandbox();
    const code = newCode();
    await bookCode(tx, { vendorId, channel, code, to });
    const told = fault === "wrong" ? newCode() : code;
    tx.afterCommit(async () => {
      if (fault !== "never") await tell(tx, { vendorId, channel, to, code: told }, fault);
    });
    return { sent: fault !== "never" };
  },
});

interface Message extends Pick<SendCode, "vendorId" | "channel" | "to"> {
  readonly code: string;
}

async function tell(ctx: AppContext, message: Message, fault: SendCode["fault"]): Promise<void> {
  // The message keeps its id: a gateway that sends it twice sends the same one.
  const body = bodyOf(message);
  if (fault === "late") void wait(LATE_MS).then(() => post(ctx, message, bodyOf(message)));
  else await Promise.all((fault === "twice" ? [1, 2] : [1]).map(() => post(ctx, message, body)));
}

const bodyOf = ({ vendorId, channel, to, code }: Message) => ({
  ...{ messageId: randomUUID(), to, from: channel === "sms" ? "1577-7011" : "no-reply@coupang.test" },
  ...(channel === "email" && { subject: "[쿠팡] 이메일 인증" }),
  text: `[쿠팡] ${vendorId} 판매자 인증번호는 [${code}]입니다. 타인에게 알려주지 마세요.`,
  receivedAt: new Date().toISOString(),
});

/** A message that does not arrive is lost. */
async function post(ctx: AppContext, { channel }: Message, message: object): Promise<void> {
  const secret = channel === "sms" ? env.SMS_WEBHOOK_SECRET : env.EMAIL_WEBHOOK_SECRET;
  const { rawBody, ...headers } = signWebhook(message, secret, randomUUID());
  await fetch(`${env.APP_URL}/api/integration/inbound/${channel}`, {
    method: "POST",
    body: rawBody,
    headers: { "content-type": "application/json", ...headers },
  }).catch((error) => ctx.log.warn({ err: error, traceId: ctx.traceId, action: "sandbox.send-code" }));
}
