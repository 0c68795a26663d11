import { env } from "../../platform/config/env.ts";
import { createOutboundHttp } from "../../platform/http/outbound-http.ts";
import { webhookDestination } from "./webhook.ts";

/** The data platform's address; without one, the sandbox's receiver inside the app. */
const url = () => env.DATA_PLATFORM_URL ?? `${env.APP_URL}/api/sandbox/data-platform`;

/** The data platform, which gets every confirmed order. */
export const dataPlatform = webhookDestination({
  url,
  secrets: () => env.DATA_PLATFORM_SECRET,
  post: createOutboundHttp({
    isTrusted: (origin) =>
      env.TRUSTED_DESTINATIONS.includes(origin) || (env.SANDBOX && origin === new URL(url()).origin),
  }),
});
