import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { env } from "../../platform/config/env.ts";
import { readWebhook, type SignedWebhook, signWebhook } from "../../platform/http/webhook.ts";
import { platformErrors } from "../../platform/operation/errors.ts";
import { PaymentCallback } from "../contract.ts";
import type { PaymentGateway } from "../gateway.ts";
import { bookPayment, bookRefund, closeBooks } from "./sandbox-books.ts";

/** What the sandbox provider's page is asked to collect. */
export interface SandboxTicket {
  readonly pgPaymentId: string;
  readonly orderId: string;
  readonly amountKrw: number;
}

/** The provider inside the app: its page plays a card company, and its signed callback is trusted. */
export const sandboxGateway = {
  name: "sandbox",
  trustsCallbacks: true,
  open({ orderId, amountKrw }) {
    const pgPaymentId = `sandbox_${randomBytes(12).toString("base64url")}`;
    const ticket = seal({ pgPaymentId, orderId, amountKrw });
    return { pgPaymentId, sessionUrl: `${env.APP_URL}/sandbox/pay/${ticket}` };
  },
  async fetchStatus(ctx, { pgPaymentId, orderId, amountKrw }) {
    const { status } = await bookPayment(ctx, { pgPaymentId, orderId, amountKrw }, "DECLINED");
    return { outcome: status === "APPROVED" || status === "REFUNDED" ? "paid" : "unpaid" };
  },
  close: closeBooks,
  refund: bookRefund,
} satisfies PaymentGateway;

/** Reads a signed callback. Throws `bad_signature` (401) or `invalid_argument` (400). */
export const readCallback = (webhook: SignedWebhook): PaymentCallback =>
  readWebhook(webhook, env.PAYMENT_WEBHOOK_SECRET, PaymentCallback);

/** A callback as the provider signs it. */
export const signCallback = (callback: PaymentCallback, id: string, at?: Date): SignedWebhook =>
  signWebhook(callback, env.PAYMENT_WEBHOOK_SECRET, id, at);

/** The ticket of a payment page's address. Throws `not_found` (404) for one that was not made here. */
export function openTicket(sealed: string): SandboxTicket {
  const [body = "", mac = ""] = sealed.split(".");
  const given = Buffer.from(mac, "base64url");
  const expected = macOf(body);
  if (given.length !== expected.length || !timingSafeEqual(given, expected))
    throw platformErrors.not_found({ what: "payment" });
  return JSON.parse(Buffer.from(body, "base64url").toString());
}

const seal = (ticket: SandboxTicket): string => {
  const body = Buffer.from(JSON.stringify(ticket)).toString("base64url");
  return `${body}.${macOf(body).toString("base64url")}`;
};

const macOf = (body: string): Buffer =>
  createHmac("sha256", env.PAYMENT_WEBHOOK_SECRET).update(`sandbox-ticket.${body}`).digest();
