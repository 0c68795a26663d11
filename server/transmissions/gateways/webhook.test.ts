import { Webhook } from "standardwebhooks";
import { afterEach, expect, it } from "vitest";
import { createOutboundHttp } from "../../platform/http/outbound-http.ts";
import { oddServer } from "../../testing/misbehaving-server.ts";
import type { Outgoing } from "../gateway.ts";
import { webhookDestination } from "./webhook.ts";

const SECRETS = ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "the-one-before-that"];
/** A receiver's own library, given the very text that the settings have. */
const receiver = (secret: string) =>
  secret.startsWith("whsec_") ? new Webhook(secret) : new Webhook(secret, { format: "raw" });
const message: Outgoing = {
  id: "transmission_1",
  type: "OrderCompleted",
  aggregateId: "order_1",
  body: '{"orderId":"order_1","제목":"선착"}',
  traceId: "0123456789abcdef0123456789abcdef",
};

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function given(status: number, headers: Record<string, string> = {}, retriesPermanent = false) {
  const server = await oddServer((_, response) => response.writeHead(status, headers).end("said"));
  stops.push(server.stop);
  const destination = webhookDestination({
    ...{ url: () => `${server.url}/in`, secrets: () => SECRETS.join(","), retriesPermanent },
    post: createOutboundHttp({ isTrusted: () => true }),
  });
  return { server, deliver: () => destination.deliver(message, new AbortController().signal) };
}

it("sends the same bytes under the same id each time, signed with each secret", async () => {
  const { server, deliver } = await given(200);
  expect(await deliver()).toMatchObject({ outcome: "sent", status: 200, response: "said" });
  await deliver();
  expect(server.got).toHaveLength(2);
  for (const { body, headers, url } of server.got) {
    expect([url, body]).toEqual(["/in", message.body]);
    expect(headers).toMatchObject({
      "webhook-id": message.id,
      "webhook-type": "OrderCompleted",
      "idempotency-key": message.id,
      "content-type": "application/json",
      traceparent: expect.stringContaining(message.traceId),
    });
    for (const secret of SECRETS)
      expect(() => receiver(secret).verify(body, headers as Record<string, string>)).not.toThrow();
    const retired = receiver("a-secret-that-was-retired");
    expect(() => retired.verify(body, headers as Record<string, string>)).toThrow();
  }
});

it.each([400, 401, 403, 404, 410, 422])("believes a receiver that says never, with %i", async (status) => {
  expect(await (await given(status)).deliver()).toMatchObject({ outcome: "permanent", status });
  expect(await (await given(status, {}, true)).deliver()).toMatchObject({ outcome: "status", status });
});

it.each([301, 302, 307, 402, 405, 408, 409, 418, 425, 429, 500, 502, 503, 504])(
  "takes %i for a failure that may pass",
  async (status) => {
    const { deliver } = await given(status, { "retry-after": "7", location: "http://127.0.0.1:1/" });
    expect(await deliver()).toMatchObject({ outcome: "status", status, retryAfterSeconds: 7 });
  },
);

it("tells of a receiver that is not there", async () => {
  const { server, deliver } = await given(200);
  await server.stop();
  stops.length = 0;
  expect(await deliver()).toMatchObject({
    outcome: "network",
    error: expect.stringContaining("ECONNREFUSED"),
  });
});
