import { NotArrivedError, NotSentError } from "../http/sending.ts";
import type { Reason } from "../i18n/required.ts";

/** What the interface needs to know of any failed call. */
export interface Refusal {
  /**
   * The server's reason; `not_sent` when the request was not sent, `network` when no answer arrived, `not_arrived` when
   * the request is known not to have reached the server; or `unknown`. A newer server may give one that this page does
   * not know: what is listed by reason needs a default.
   */
  readonly reason: Reason | UnansweredReason;
  readonly params: Readonly<Record<string, string | number | boolean | null>>;
  readonly retryAfterSeconds: number | null;
  /** Names the request in our logs. */
  readonly traceId: string | null;
}

const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};

/**
 * Reads a refusal out of a tRPC error, or a problem+json body; anything else is a lost connection or unknown. The server
 * answers a tRPC call with problem+json where it refuses before it runs the call, which tRPC's client keeps beside its
 * own error.
 */
export function readRefusal(error: unknown): Refusal {
  const outer = asRecord(error);
  const data = asRecord(outer.data ?? asRecord(outer.meta).responseJSON ?? error);
  const { reason, params, retryAfterSeconds, traceId } = data;
  if (typeof reason !== "string") return unanswered(error);
  return {
    reason: reason as Reason,
    params: asRecord(params) as Refusal["params"],
    retryAfterSeconds: typeof retryAfterSeconds === "number" ? retryAfterSeconds : null,
    traceId: typeof traceId === "string" ? traceId : null,
  };
}

function unanswered(error: unknown): Refusal {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return { reason: whyUnanswered(cause), params: {}, retryAfterSeconds: null, traceId: null };
}

function whyUnanswered(cause: unknown): UnansweredReason {
  if (cause instanceof NotSentError) return "not_sent";
  if (cause instanceof NotArrivedError) return "not_arrived";
  // fetch rejects with a TypeError, and only then, when no answer arrived; and with a timeout when we stopped waiting.
  const lost = cause instanceof TypeError || (cause instanceof Error && cause.name === "TimeoutError");
  return lost ? "network" : "unknown";
}

/** The browser's own reasons, for calls without an answer of the server. */
export const UNANSWERED = ["not_sent", "network", "not_arrived", "unknown"] as const;
type UnansweredReason = (typeof UNANSWERED)[number];
