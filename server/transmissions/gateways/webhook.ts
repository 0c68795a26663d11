import type { createOutboundHttp } from "../../platform/http/outbound-http.ts";
import { signatureHeaders } from "../../platform/http/webhook.ts";
import { traceparentOf } from "../../platform/tracing/span.ts";
import type { Delivered, Destination, Outgoing } from "../gateway.ts";

/** Answers after which the same message will never be taken (docs/spec/outbox.md#delivery). */
const PERMANENT = new Set([400, 401, 403, 404, 410, 422]);

export interface WebhookOptions {
  /** Undefined where none is set: what was written for it is then refused for good. */
  readonly url: () => string | undefined;
  /** One or several with commas between; all of them sign. Undefined for a receiver that checks no signature. */
  readonly secrets?: () => string;
  /** Whether a permanent refusal is tried again like any other failure. */
  readonly retriesPermanent?: boolean;
  readonly post: ReturnType<typeof createOutboundHttp>;
}

/**
 * A destination that takes transmissions as webhooks, signed by the Standard Webhooks rules. Body and id are the same
 * on every try, so that the receiver can drop a duplicate.
 */
export const webhookDestination = ({
  url,
  secrets,
  retriesPermanent = false,
  post,
}: WebhookOptions): Destination => ({
  async deliver(message, signal): Promise<Delivered> {
    const address = url();
    if (address === undefined) return { outcome: "permanent", error: "its address is not set any more" };
    const outcome = await post({
      url: address,
      headers: headersOf(message, secrets?.()),
      body: message.body,
      signal,
    });
    if (outcome.kind !== "answered") return { outcome: outcome.kind, error: outcome.error };
    const { status, response, retryAfterSeconds } = outcome;
    const answer = { status, response, retryAfterSeconds };
    if (status >= 200 && status < 300) return { outcome: "sent", ...answer };
    return { outcome: PERMANENT.has(status) && !retriesPermanent ? "permanent" : "status", ...answer };
  },
});

const headersOf = (
  { id, type, body, traceId, spanId }: Outgoing,
  secrets: string | undefined,
): Record<string, string> => ({
  "content-type": "application/json",
  "user-agent": "Seonchak",
  ...(secrets !== undefined && signatureHeaders(secrets, { id, at: new Date(), body })),
  "webhook-type": type,
  "idempotency-key": id,
  traceparent: traceparentOf(traceId, spanId),
});
