import { env } from "../../platform/config/env.ts";
import { createOutboundHttp } from "../../platform/http/outbound-http.ts";
import { webhookDestination } from "./webhook.ts";

/** The staff's channel for alerts, at Slack, Discord or what takes the same messages. Its address is its secret. */
export const alertWebhook = webhookDestination({
  url: () => env.ALERT_WEBHOOK_URL,
  post: createOutboundHttp({ isTrusted: (origin) => env.TRUSTED_DESTINATIONS.includes(origin) }),
});
