import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { PaymentCallback } from "../../payments/contract.ts";
import { openTicket, signCallback } from "../../payments/gateways/sandbox.ts";
import { bookPayment } from "../../payments/gateways/sandbox-books.ts";
import { anyone } from "../../platform/allow.ts";
import { defineCommand } from "../../platform/command.ts";
import type { AppContext } from "../../platform/context.ts";
import { env } from "../../platform/env.ts";
import { PlayPayment, SandboxPayment } from "../contract.ts";
import { requireSandbox } from "../policy.ts";

/** How long the slow card company takes. */
const LATE_SECONDS = 10;

/**
 * Plays the provider (SPEC 5): books what the customer did and tells the app by a signed callback over HTTP, once,
 * twice or late, as real providers do. What was decided first stands. Throws `not_found` outside the sandbox.
 */
export const playPayment = defineCommand({
  id: "sandbox.play-payment",
  summary: "Sandbox: approve or decline a payment.",
  allow: anyone,
  input: PlayPayment,
  output: SandboxPayment,
  audit: ({ act }, payment) => ({ target: payment?.orderId, meta: { act } }),
  async run(tx, { ticket, act }) {
    requireSandbox();
    const payment = openTicket(ticket);
    const { status } = await bookPayment(tx, payment, act === "decline" ? "DECLINED" : "APPROVED");
    const { pgPaymentId, orderId, amountKrw: amount } = payment;
    const callback = {
      pgPaymentId,
      amount,
      status: status === "APPROVED" ? ("SUCCESS" as const) : ("FAIL" as const),
    };
    tx.onSettled(async (settled) => {
      // A closed payment took no money, and its merchant knows.
      if (settled === "committed" && status !== "CLOSED") await tell(tx, callback, act);
    });
    return { orderId, amount, status };
  },
});

async function tell(ctx: AppContext, callback: PaymentCallback, act: PlayPayment["act"]): Promise<void> {
  const send = () => sendCallback(ctx, callback);
  if (act === "approveTwice") await Promise.all([send(), send()]);
  else if (act === "approveLate") void wait(LATE_SECONDS * 1000).then(send);
  else await send();
}

/** A callback that does not arrive is lost, as some are: the app must find out by itself. */
async function sendCallback(ctx: AppContext, callback: PaymentCallback): Promise<void> {
  const { rawBody, ...headers } = signCallback(callback, `msg_${randomUUID()}`);
  await fetch(`${env.APP_URL}/api/payments/callback`, {
    method: "POST",
    body: rawBody,
    headers: {
      "content-type": "application/json",
      traceparent: `00-${ctx.traceId}-0000000000000001-01`,
      ...headers,
    },
  }).catch((error) => ctx.log.warn({ err: error, traceId: ctx.traceId, action: "sandbox.callback" }));
}
