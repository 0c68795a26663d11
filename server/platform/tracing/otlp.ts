import { type Context, ROOT_CONTEXT, SpanKind, SpanStatusCode, TraceFlags, trace } from "@opentelemetry/api";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { resourceFromAttributes } from "@opentelemetry/resources";
import { BasicTracerProvider, BatchSpanProcessor, type SpanExporter } from "@opentelemetry/sdk-trace-base";
import type { EndedSpan } from "./span.ts";
import { spansExported } from "./span-counts.ts";

const KINDS = { server: SpanKind.SERVER, client: SpanKind.CLIENT, internal: SpanKind.INTERNAL };

export interface SpanExport {
  send(span: EndedSpan): void;
  /** Sends what waits; gives up after the exporter's own ten seconds. */
  close(): Promise<void>;
}

/**
 * Sends spans to a collector over OTLP/HTTP, many at once. Spans that come faster than the collector takes them are dropped:
 * nothing else waits for it. OpenTelemetry's own variables set address, headers, sampling and sizes.
 * @param options.endpoint - the collector, such as `http://collector:4318`; `/v1/traces` is added
 * @param options.service - the name that the traces are found by
 */
export function exportOverOtlp({
  endpoint,
  service,
}: {
  readonly endpoint: string;
  readonly service: string;
}): SpanExport {
  // Ids are those of the span that is being sent: they were told to others while it was open.
  let sending: EndedSpan | undefined;
  const idsOf = () => sending ?? { traceId: "", spanId: "" };
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, "")}/v1/traces` });
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({ "service.name": service }),
    idGenerator: { generateTraceId: () => idsOf().traceId, generateSpanId: () => idsOf().spanId },
    spanProcessors: [new BatchSpanProcessor(counted(exporter))],
  });
  const tracer = provider.getTracer("seonchak");
  return {
    send(span) {
      sending = span;
      const { name, kind, outcome, requestTraceId, startedAtMs, endedAtMs } = span;
      const attributes = {
        "seonchak.outcome": outcome,
        ...(requestTraceId && { "seonchak.request_trace_id": requestTraceId }),
      };
      const made = tracer.startSpan(
        name,
        { kind: KINDS[kind], startTime: startedAtMs, attributes },
        contextAbove(span),
      );
      if (outcome === "error") made.setStatus({ code: SpanStatusCode.ERROR });
      made.end(endedAtMs);
    },
    close: () => provider.shutdown(),
  };
}

/** The exporter, which counts what became of the spans. */
const counted = (exporter: OTLPTraceExporter): SpanExporter => ({
  export: (spans, done) =>
    exporter.export(spans, (result) => {
      spansExported.inc({ outcome: result.code === 0 ? "sent" : "failed" }, spans.length);
      done(result);
    }),
  shutdown: () => exporter.shutdown(),
  forceFlush: () => exporter.forceFlush(),
});

function contextAbove({ traceId, parentSpanId: spanId }: EndedSpan): Context {
  if (spanId === undefined) return ROOT_CONTEXT;
  return trace.setSpanContext(ROOT_CONTEXT, {
    ...{ traceId, spanId, traceFlags: TraceFlags.SAMPLED, isRemote: true },
  });
}
