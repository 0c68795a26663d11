import { Webhook } from "standardwebhooks";

const STANDARD_PREFIX = "whsec_";

/**
 * The keys of a secret as settings have it: several with commas between while one is rotated. `whsec_` and base64 is
 * decoded, as every library of the standard does with the same text; any other text is the key itself.
 * @throws Error for a `whsec_` whose rest is not base64, or where a secret is empty
 */
export const webhookKeys = (secrets: string): Webhook[] =>
  secrets
    .split(",")
    .map((text) => text.trim())
    .map((text) =>
      text.startsWith(STANDARD_PREFIX)
        ? new Webhook(text)
        : new Webhook(new TextEncoder().encode(text), { format: "raw" }),
    );

/** Whether settings may have this text as a secret of webhooks. */
export function isWebhookSecret(secrets: string): boolean {
  try {
    return webhookKeys(secrets).length > 0;
  } catch {
    return false;
  }
}
