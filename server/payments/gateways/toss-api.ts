import { z } from "zod";
import { env } from "../../platform/config/env.ts";

/** A payment as Toss describes it, as far as anything here depends on it. */
const TossPayment = z.object({
  paymentKey: z.string(),
  orderId: z.string(),
  status: z.string(),
  /** KRW. */
  totalAmount: z.number(),
  /** KRW that have not been given back. */
  balanceAmount: z.number(),
  failure: z.object({ code: z.string() }).nullish(),
});
export type TossPayment = z.output<typeof TossPayment>;

const TossFailure = z.object({ code: z.string() });

/** What came of one request: what Toss says, or nothing that could be understood. */
export type TossAnswer =
  | { readonly kind: "payment"; readonly payment: TossPayment }
  | { readonly kind: "refused"; readonly code: string }
  | { readonly kind: "silent"; readonly code: string };

interface TossRequest {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly body?: unknown;
  /** Names a POST: Toss carries out each name once, and answers the same again. */
  readonly idempotencyKey?: string;
  readonly signal: AbortSignal;
}

/**
 * Asks Toss Payments (docs.tosspayments.com/reference). Nothing of what it does is thrown; the HTTP status says
 * nothing that the code does not say better.
 */
export async function askToss(request: TossRequest): Promise<TossAnswer> {
  const { method, path, body, idempotencyKey, signal } = request;
  try {
    const response = await fetch(`${env.TOSS_API_URL}${path}`, {
      ...{ method, signal, redirect: "error" },
      headers: {
        authorization: `Basic ${Buffer.from(`${env.TOSS_SECRET_KEY}:`).toString("base64")}`,
        ...(idempotencyKey && { "idempotency-key": idempotencyKey }),
        ...(body !== undefined && { "content-type": "application/json" }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const answer: unknown = await response.json();
    if (response.ok) return { kind: "payment", payment: TossPayment.parse(answer) };
    return { kind: "refused", code: TossFailure.parse(answer).code };
  } catch (error) {
    return { kind: "silent", code: error instanceof Error ? error.name : "unreadable" };
  }
}
