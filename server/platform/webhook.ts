import { Webhook } from "standardwebhooks";
import { z } from "zod";
import { platformErrors } from "./errors.ts";
import { parseInput, parseJson } from "./parse.ts";
import type { RestExchange } from "./rest.ts";

/** A webhook as it came: its Standard Webhooks headers and the body's exact text. */
export const SignedWebhook = z.object({
  "webhook-id": z.string().max(200).default(""),
  "webhook-timestamp": z.string().max(200).default(""),
  "webhook-signature": z.string().max(2000).default(""),
  rawBody: z.string(),
});
export type SignedWebhook = z.output<typeof SignedWebhook>;

/** What of a request a signed webhook is. */
export const signedWebhook = ({ header, rawBody }: RestExchange) => ({
  "webhook-id": header("webhook-id"),
  "webhook-timestamp": header("webhook-timestamp"),
  "webhook-signature": header("webhook-signature"),
  rawBody,
});

const hookOf = (secret: string) => new Webhook(secret, { format: "raw" });

/**
 * What a signed webhook says. Throws `bad_signature` (401) for one that was not signed with the secret within five
 * minutes, `malformed_json` or `invalid_argument` (400).
 */
export function readWebhook<S extends z.ZodType>(
  { rawBody, ...headers }: SignedWebhook,
  secret: string,
  schema: S,
): z.output<S> {
  try {
    hookOf(secret).verify(rawBody, headers);
  } catch {
    throw platformErrors.bad_signature();
  }
  return parseInput(schema, parseJson(rawBody));
}

/** A webhook as its sender signs it. */
export function signWebhook(body: unknown, secret: string, id: string, at = new Date()): SignedWebhook {
  const rawBody = JSON.stringify(body);
  return {
    "webhook-id": id,
    "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
    "webhook-signature": hookOf(secret).sign(id, at, rawBody),
    rawBody,
  };
}
