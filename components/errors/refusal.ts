/** What the interface needs of a failed call, whichever way it failed. */
export interface Refusal {
  /** The server's reason, or `network` when no answer came, or `unknown`. */
  readonly reason: string;
  readonly params: Readonly<Record<string, string | number | boolean | null>>;
  readonly retryAfterSeconds: number | null;
  /** Names the request in our logs. */
  readonly traceId: string | null;
}

const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};

/** Reads a refusal out of a tRPC error, or a problem+json body; anything else is a lost connection or unknown. */
export function readRefusal(error: unknown): Refusal {
  const outer = asRecord(error);
  const data = asRecord(outer.data ?? error);
  const { reason, params, retryAfterSeconds, traceId } = data;
  if (typeof reason !== "string") return unanswered(error);
  return {
    reason,
    params: asRecord(params) as Refusal["params"],
    retryAfterSeconds: typeof retryAfterSeconds === "number" ? retryAfterSeconds : null,
    traceId: typeof traceId === "string" ? traceId : null,
  };
}

function unanswered(error: unknown): Refusal {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  // fetch rejects with a TypeError, and only then, when no answer arrived.
  const reason = cause instanceof TypeError ? "network" : "unknown";
  return { reason, params: {}, retryAfterSeconds: null, traceId: null };
}
