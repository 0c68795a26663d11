import { env } from "../../platform/config/env.ts";
import { createOutboundHttp } from "../../platform/http/outbound-http.ts";
import { webhookDestination } from "./webhook.ts";

/**
 * A message of these lines that the webhooks of Slack (`text`) and of Discord (`content`) take. It mentions nobody, whatever
 * it is about.
 */
export function chatMessage(lines: readonly string[]) {
  const text = lines.join("\n").replaceAll(/[<>&@]/g, " ");
  return { text, content: text, allowed_mentions: { parse: [] } };
}

/** The staff's channel for alerts, at Slack, Discord or what takes the same messages. Its address is its secret. */
export const alertWebhook = webhookDestination({
  url: () => env.ALERT_WEBHOOK_URL,
  post: createOutboundHttp({ isTrusted: (origin) => env.TRUSTED_DESTINATIONS.includes(origin) }),
});
