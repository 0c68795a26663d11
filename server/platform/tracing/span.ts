import { randomBytes } from "node:crypto";
import { singleton } from "../concurrency/singleton.ts";
import { spansEnded } from "./span-counts.ts";

/** As OpenTelemetry has them: work for a caller, a call to another system, and work of our own. */
export type SpanKind = "server" | "client" | "internal";

/** Where a span stands in its trace. */
export interface SpanPlace {
  /** 32 hex digits. */
  readonly traceId: string;
  /** 16 hex digits; undefined for a span at the top of its trace. */
  readonly parentSpanId?: string | undefined;
}

/** A span that has ended, with times in milliseconds since 1970. */
export interface EndedSpan extends SpanPlace {
  readonly name: string;
  readonly kind: SpanKind;
  readonly spanId: string;
  readonly startedAtMs: number;
  readonly endedAtMs: number;
  readonly outcome: string;
  /** The trace of the request, where the span was moved under that of a purchase. */
  readonly requestTraceId: string | undefined;
}

/** A span that is open. It is sent when it ends, since only then is it known to which purchase it belongs. */
export interface Span {
  /** 16 hex digits, for those who are called in its course. */
  readonly id: string;
  /** Says that the work is for the purchase of this trace. */
  follow(traceId: string): void;
  /** @param outcome - `ok`, the reason of a refusal, or `error` */
  end(outcome: string): void;
}

/** Shared with Next's bundle, which loads this file a second time. */
const tracing = singleton("tracing", (): { send: ((span: EndedSpan) => void) | undefined } => ({
  send: undefined,
}));

/** Sends every span that ends from now on to `send`, or none to anything. */
export function sendSpansTo(send: ((span: EndedSpan) => void) | undefined): void {
  tracing.send =
    send &&
    ((span) => {
      spansEnded.inc();
      send(span);
    });
}

/** The id of a purchase's own span. It follows from the trace, so that it need not be stored with order and transmission. */
export const purchaseSpanId = (traceId: string): string => traceId.slice(0, 16);

/** The header that tells another system under which trace it is called (W3C trace context). */
export const traceparentOf = (traceId: string, spanId = purchaseSpanId(traceId)): string =>
  `00-${traceId}-${spanId}-01`;

/** Begins a span; undefined while spans are sent nowhere. */
export function beginSpan(
  name: string,
  kind: SpanKind,
  { traceId, parentSpanId }: SpanPlace,
): Span | undefined {
  const { send } = tracing;
  if (!send) return undefined;
  const startedAtMs = nowMs();
  const spanId = randomBytes(8).toString("hex");
  let place: SpanPlace = { traceId, parentSpanId };
  return {
    id: spanId,
    follow(purchase) {
      if (purchase !== traceId) place = { traceId: purchase, parentSpanId: purchaseSpanId(purchase) };
    },
    end(outcome) {
      const requestTraceId = place.traceId === traceId ? undefined : traceId;
      send({ ...place, name, kind, spanId, startedAtMs, endedAtMs: nowMs(), outcome, requestTraceId });
    },
  };
}

/** Sends the span of a purchase, above all others of its trace. */
export function sendPurchaseSpan(traceId: string, begunAt: Date, outcome: string): void {
  const endedAtMs = nowMs();
  tracing.send?.({
    ...{ traceId, parentSpanId: undefined, name: "purchase", kind: "internal", outcome },
    ...{ spanId: purchaseSpanId(traceId), requestTraceId: undefined },
    ...{ startedAtMs: Math.min(begunAt.getTime(), endedAtMs), endedAtMs },
  });
}

/** Finer than `Date.now()`, and steady within the process. */
const nowMs = (): number => performance.timeOrigin + performance.now();
