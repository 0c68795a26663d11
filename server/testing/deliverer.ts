import { createOutboundHttp } from "../platform/http/outbound-http.ts";
import { systemContext } from "../platform/operation/context.ts";
import { webhookDestination } from "../transmissions/gateways/webhook.ts";
import { deliverDue } from "../transmissions/jobs/deliver-due.ts";

/** A worker in a process of its own, which tells how far it is and goes no further: so that it can be killed there. */
const outside = webhookDestination({
  url: () => process.env.RECEIVER_URL ?? "",
  secrets: () => "a-secret-of-the-tests-receiver",
  post: createOutboundHttp({ isTrusted: () => true }),
});
const hereAndNoFurther = (stage: string) => {
  process.send?.(stage);
  return new Promise<never>(() => {});
};

await deliverDue(
  systemContext("test"),
  {
    name: "data-platform",
    gateway: {
      async deliver(message, signal) {
        if (process.env.STAGE === "claimed") return hereAndNoFurther("claimed");
        await outside.deliver(message, signal);
        return hereAndNoFurther("answered");
      },
    },
  },
  { workers: 1, secondsMax: 60, signal: new AbortController().signal },
);
