import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, it } from "vitest";
import { ownFamilies } from "../metrics/registry.ts";
import { exportOverOtlp } from "./otlp.ts";
import type { EndedSpan } from "./span.ts";

const TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
const span: EndedSpan = {
  ...{ traceId: TRACE, spanId: "00f067aa0ba902b7", parentSpanId: undefined, requestTraceId: undefined },
  ...{ name: "purchase", kind: "internal", outcome: "ok", startedAtMs: 1_800_000_000_000.25 },
  endedAtMs: 1_800_000_000_012.5,
};

interface Sent {
  readonly path: string | undefined;
  readonly body: unknown;
}
const received: Sent[] = [];
const collector = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  received.push({ path: request.url, body: JSON.parse(Buffer.concat(chunks).toString()) });
  response.setHeader("content-type", "application/json").end("{}");
});
afterEach(() => void collector.close());

it("a collector gets every span with its ids, times, outcome and place", async () => {
  collector.listen(0, "127.0.0.1");
  await once(collector, "listening");
  const endpoint = `http://127.0.0.1:${(collector.address() as AddressInfo).port}/`;
  const traces = exportOverOtlp({ endpoint, service: "tickets" });
  traces.send(span);
  const below = { ...span, name: "transmissions.deliver data-platform", kind: "client" as const };
  traces.send({ ...below, spanId: "1".repeat(16), parentSpanId: span.spanId, outcome: "error" });
  await traces.close();
  const top = {
    ...{ traceId: TRACE, spanId: span.spanId, name: "purchase", kind: 1 },
    startTimeUnixNano: "1800000000000250000",
    endTimeUnixNano: "1800000000012500000",
    attributes: [{ key: "seonchak.outcome", value: { stringValue: "ok" } }],
  };
  const failed = { traceId: TRACE, spanId: "1".repeat(16), parentSpanId: span.spanId, kind: 3 };
  const resource = { attributes: [{ key: "service.name", value: { stringValue: "tickets" } }] };
  const scopeSpans = [{ spans: [top, { ...failed, status: { code: 2 } }] }];
  const counts = await ownFamilies();
  expect(counts.find(({ name }) => name === "spans_exported_total")?.samples).toMatchObject([
    { labels: { outcome: "sent" }, value: 2 },
  ]);
  expect(received).toMatchObject([
    { path: "/v1/traces", body: { resourceSpans: [{ resource, scopeSpans }] } },
  ]);
});
