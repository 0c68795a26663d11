import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { orders } from "#db/schema/orders.ts";
import { payments } from "#db/schema/payments.ts";
import { checkOut } from "../../checkout/commands/check-out.ts";
import { holdTickets } from "../../checkout/commands/hold-tickets.ts";
import { askPlace } from "../../queue/commands/ask-place.ts";
import { joinQueue } from "../../queue/commands/join-queue.ts";
import { given, newKey } from "../../testing/given.ts";
import { deliver, receiver } from "../../testing/transmissions.ts";
import type { AppContext } from "../operation/context.ts";
import { type EndedSpan, purchaseSpanId, sendSpansTo, traceparentOf } from "./span.ts";

const sent: EndedSpan[] = [];
beforeEach(() => {
  sent.length = 0;
  sendSpansTo((span) => sent.push(span));
});
afterEach(() => sendSpansTo(undefined));

/** A purchase from the queue to its tickets. @param from - what the client's own tracing adds to each request */
async function buy(from: Partial<AppContext> = {}) {
  const { id: sessionId } = await given.saleOpen();
  const buyer = await given.person();
  const ctx = () => ({ ...buyer.ctx(newKey()), ...from });
  const { queueToken } = await joinQueue(ctx(), { sessionId });
  await askPlace(ctx(), { token: queueToken });
  const { holdId } = await holdTickets(ctx(), { sessionId, quantity: 1, queueToken });
  const { orderId } = await checkOut(ctx(), { holdId, method: "CARD" });
  const [order] = await db
    .select({ traceId: orders.traceId, pgPaymentId: payments.pgPaymentId })
    .from(orders)
    .innerJoin(payments, eq(payments.orderId, orders.id))
    .where(eq(orders.id, orderId));
  if (!order) throw new Error("no order");
  await given.callback(order.pgPaymentId, "SUCCESS");
  const data = receiver();
  await deliver(data.gateway);
  return { order, delivered: data.got.filter(({ aggregateId }) => aggregateId === orderId) };
}

const spansOf = (traceId: string) => sent.filter((span) => span.traceId === traceId);

describe("one trace has a purchase", () => {
  it("from the queue to the delivery, though every request came under a trace of its own", async () => {
    const { order, delivered } = await buy();
    const spans = spansOf(order.traceId);
    expect(spans.map(({ name }) => name)).toEqual([
      "queue.join",
      "holds.hold-tickets",
      "checkout.check-out",
      "purchase",
      "checkout.take-payment-callback",
      expect.stringMatching(/^transmissions\.deliver /),
    ]);
    const [top] = spans.filter(({ name }) => name === "purchase");
    expect(top).toMatchObject({
      spanId: purchaseSpanId(order.traceId),
      parentSpanId: undefined,
      outcome: "ok",
    });
    for (const span of spans)
      if (span !== top) expect(span).toMatchObject({ parentSpanId: top?.spanId, outcome: "ok" });
    expect(delivered).toMatchObject([{ traceId: order.traceId, spanId: spans.at(-1)?.spanId }]);
    for (const { startedAtMs, endedAtMs } of spans) expect(startedAtMs).toBeLessThanOrEqual(endedAtMs);
  });

  it("under the client's own trace, where the client has one", async () => {
    const from = { traceId: "4bf92f3577b34da6a3ce929d0e0e4736", parentSpanId: "00f067aa0ba902b7" };
    const { order } = await buy(from);
    expect(order.traceId).toBe(from.traceId);
    const names = ["queue.join", "holds.hold-tickets", "checkout.check-out"];
    expect(spansOf(from.traceId).slice(0, 3)).toMatchObject(
      names.map((name) => ({ name, parentSpanId: from.parentSpanId, requestTraceId: undefined })),
    );
  });
});

it("a refusal is told with its reason and the trace that its answer names", async () => {
  const { id: sessionId } = await given.saleOpen();
  const buyer = await given.person();
  await given.hold(buyer, sessionId);
  const queueToken = await given.admitted(buyer, sessionId);
  sent.length = 0;
  const ctx = buyer.ctx(newKey());
  await expect(holdTickets(ctx, { sessionId, quantity: 1, queueToken })).rejects.toThrow();
  expect(sent).toMatchObject([
    { name: "holds.hold-tickets", outcome: expect.not.stringMatching("ok"), requestTraceId: ctx.traceId },
  ]);
});

it("nothing is made where spans are sent nowhere", async () => {
  sendSpansTo(undefined);
  const { delivered } = await buy();
  expect(sent).toEqual([]);
  expect(delivered).toMatchObject([{ spanId: undefined }]);
});

it("names the purchase's span to a receiver that is told of no other", () => {
  const traceId = "4bf92f3577b34da6a3ce929d0e0e4736";
  expect(traceparentOf(traceId)).toBe(`00-${traceId}-4bf92f3577b34da6-01`);
  expect(traceparentOf(traceId, "00f067aa0ba902b7")).toBe(`00-${traceId}-00f067aa0ba902b7-01`);
});
