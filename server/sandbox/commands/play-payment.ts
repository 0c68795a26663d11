import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { z } from "zod";
import type { PaymentCallback } from "../../payments/contract.ts";
import { openTicket, type SandboxTicket, signCallback } from "../../payments/gateways/sandbox.ts";
import { bookPayment, findBook } from "../../payments/gateways/sandbox-books.ts";
import { env } from "../../platform/config/env.ts";
import { anyone } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import type { AppContext, Tx } from "../../platform/operation/context.ts";
import { traceparentOf } from "../../platform/tracing/span.ts";
import { PlayPayment, SandboxPayment } from "../contract.ts";
import { LATE_MS, requireSandbox } from "../policy.ts";

/**
 * Plays the payment provider: books what the customer did and tells the app by a signed callback over HTTP, once, twice
 * or late, as real providers do. The first decision is final. Throws `not_found` outside the sandbox.
 */
export const playPayment = defineCommand({
  id: "sandbox.play-payment",
  summary: "Sandbox: approve a payment, refuse its card, or end it.",
  allow: anyone,
  input: PlayPayment,
  output: SandboxPayment,
  audit: ({ act }, payment) => ({ target: payment?.orderId, meta: { act } }),
  async run(tx, { ticket, act }) {
    requireSandbox();
    const payment = openTicket(ticket);
    const { pgPaymentId, orderId, amountKrw: amount } = payment;
    const status = await book(tx, payment, act);
    const callback = { pgPaymentId, amount, ...WORDS[status] };
    tx.afterCommit(async () => {
      // A closed payment took no money, and the merchant has been told.
      if (status !== "CLOSED") await tell(tx, callback, act);
    });
    return { orderId, amount, status };
  },
});

/** A refused card decides nothing, because the customer may try another. */
async function book(tx: Tx, payment: SandboxTicket, act: PlayPayment["act"]): Promise<Status> {
  if (act === "decline") return (await findBook(tx, payment.pgPaymentId))?.status ?? "READY";
  const status = act === "fail" ? "DECLINED" : "APPROVED";
  return (await bookPayment(tx, payment, status, act === "approveRefusingRefund")).status;
}

type Status = z.output<typeof SandboxPayment>["status"];

/** The provider's callback for the state in its books. */
const WORDS: Readonly<Record<Status, Pick<PaymentCallback, "status" | "code">>> = {
  READY: { status: "DECLINED", code: "CARD_REFUSED" },
  APPROVED: { status: "SUCCESS" },
  DECLINED: { status: "FAIL" },
  CLOSED: { status: "FAIL" },
  REFUNDED: { status: "FAIL" },
};

async function tell(ctx: AppContext, callback: PaymentCallback, act: PlayPayment["act"]): Promise<void> {
  const send = () => sendCallback(ctx, callback);
  if (act === "approveTwice") await Promise.all([send(), send()]);
  else if (act === "approveLate") void wait(LATE_MS).then(send);
  else await send();
}

/** A callback that does not arrive is lost, so that the app has to ask for the outcome. */
async function sendCallback(ctx: AppContext, callback: PaymentCallback): Promise<void> {
  const { rawBody, ...headers } = signCallback(callback, `msg_${randomUUID()}`);
  await fetch(`${env.APP_URL}/api/payments/callback`, {
    method: "POST",
    body: rawBody,
    headers: {
      "content-type": "application/json",
      traceparent: traceparentOf(ctx.traceId, ctx.span?.id),
      ...headers,
    },
  }).catch((error) => ctx.log.warn({ err: error, traceId: ctx.traceId, action: "sandbox.callback" }));
}
