import { z } from "zod";
import { platformErrors } from "../operation/errors.ts";
import { parseInput, parseJson } from "../operation/parse.ts";
import type { RestExchange } from "./rest.ts";
import { webhookKeys } from "./webhook-keys.ts";

/** A webhook as it came: its Standard Webhooks headers and the body's exact text. */
export const SignedWebhook = z.object({
  "webhook-id": z.string().max(200).default(""),
  "webhook-timestamp": z.string().max(200).default(""),
  "webhook-signature": z.string().max(2000).default(""),
  rawBody: z.string(),
});
export type SignedWebhook = z.output<typeof SignedWebhook>;

/** The parts of a request that make up a signed webhook. */
export const signedWebhook = ({ header, rawBody }: RestExchange) => ({
  "webhook-id": header("webhook-id"),
  "webhook-timestamp": header("webhook-timestamp"),
  "webhook-signature": header("webhook-signature"),
  rawBody,
});

/** Whether a webhook was signed with one of the secrets within five minutes. */
export function isSigned({ rawBody, ...headers }: SignedWebhook, secrets: string): boolean {
  return webhookKeys(secrets).some((key) => {
    try {
      // Only the signature is asked about here: a signed body that is no JSON is a mistake of its sender.
      key.verify(rawBody, headers, { jsonParse: false });
      return true;
    } catch {
      return false;
    }
  });
}

/**
 * What a signed webhook says. Throws `bad_signature` (401) for one that was not signed with one of the secrets within
 * five minutes, `malformed_json` or `invalid_argument` (400).
 */
export function readWebhook<S extends z.ZodType>(
  webhook: SignedWebhook,
  secrets: string,
  schema: S,
): z.output<S> {
  if (!isSigned(webhook, secrets)) throw platformErrors.bad_signature();
  return parseInput(schema, parseJson(webhook.rawBody));
}

/** The headers that sign a body: with all secrets, so that the receiver can go from one to the next. */
export const signatureHeaders = (
  secrets: string,
  { id, at, body }: { id: string; at: Date; body: string },
) => ({
  "webhook-id": id,
  "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
  "webhook-signature": webhookKeys(secrets)
    .map((key) => key.sign(id, at, body))
    .join(" "),
});

/** A webhook as its sender signs it. */
export function signWebhook(body: unknown, secrets: string, id: string, at = new Date()): SignedWebhook {
  const rawBody = JSON.stringify(body);
  return { ...signatureHeaders(secrets, { id, at, body: rawBody }), rawBody };
}
