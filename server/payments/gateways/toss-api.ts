import { z } from "zod";
import { env } from "../../platform/config/env.ts";

/** The fields of a Toss payment that are used here. */
const TossPayment = z.object({
  paymentKey: z.string(),
  orderId: z.string(),
  status: z.string(),
  /** KRW. */
  totalAmount: z.number(),
  /** KRW that have not been given back. */
  balanceAmount: z.number(),
  failure: z.object({ code: z.string() }).nullish(),
  /** What was given back, each with the reason that it was asked with. */
  cancels: z.array(z.object({ cancelAmount: z.number(), cancelReason: z.string() })).nullish(),
});
export type TossPayment = z.output<typeof TossPayment>;

const TossFailure = z.object({ code: z.string() });

/** Toss's answer to a request; `silent` where there was none that can be read. */
export type TossAnswer =
  | { readonly kind: "payment"; readonly payment: TossPayment }
  | { readonly kind: "refused"; readonly code: string }
  | { readonly kind: "silent"; readonly code: string };

interface TossRequest {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly body?: unknown;
  /** For a POST: Toss carries out each key once, and repeats its answer to it. */
  readonly idempotencyKey?: string;
  readonly signal: AbortSignal;
}

/**
 * Calls Toss Payments (docs.tosspayments.com/reference). It never throws, and reads the code of an answer instead of its
 * HTTP status, which says less.
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
