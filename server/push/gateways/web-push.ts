import library from "web-push";
import { z } from "zod";
import { loginStandingOf } from "../../auth/queries.ts";
import { env } from "../../platform/config/env.ts";
import { approximateNow } from "../../platform/database/clock.ts";
import { createOutboundHttp } from "../../platform/http/outbound-http.ts";
import { type AppContext, systemContext } from "../../platform/operation/context.ts";
import { idOf } from "../../platform/values/ids.ts";
import { isGone, isPushService } from "../policy.ts";
import { deleteSubscriptions, findSubscription, openReach, type PushRow, type Reach } from "../store.ts";
import { vapid } from "../tokens.ts";

const Push = z.object({
  subscriptionId: idOf("push_subscription"),
  title: z.string(),
  body: z.string(),
  path: z.string(),
  expiresAt: z.iso.datetime(),
});
type Push = z.output<typeof Push>;

interface Outcome {
  readonly outcome: "sent" | "unwanted" | "status" | "timeout" | "network" | "blocked";
  readonly status?: number;
  readonly error?: string;
  readonly response?: string;
  readonly retryAfterSeconds?: number | undefined;
}

const post = createOutboundHttp({ isTrusted: (origin) => env.PUSH_SERVICES.includes(origin) });

/** How long a push service may wait for a browser that is away. */
const TTL_SECONDS_MAX = 24 * 3600;

/**
 * The destination of notifications for browsers. What is of no use any more is closed unsent: a browser that is gone, a login
 * session that has ended, a time that is over. A subscription that nothing can be sent to is deleted.
 */
export const webPush = {
  async deliver(
    { id, body }: { readonly id: string; readonly body: string },
    signal: AbortSignal,
  ): Promise<Outcome> {
    const push = Push.parse(JSON.parse(body));
    const ctx = systemContext("push.deliver");
    const now = await approximateNow(ctx.db);
    const secondsLeft = Math.floor((Date.parse(push.expiresAt) - now.getTime()) / 1000);
    if (secondsLeft <= 0) return unwanted("its time is over");
    const subscription = await findSubscription(ctx, push.subscriptionId);
    if (!subscription) return unwanted("the subscription is gone");
    const standing = await loginStandingOf(ctx, subscription.loginSessionId);
    if (standing === "suspended") return unwanted("the login session is suspended");
    const reach = standing === "ended" ? undefined : reachOf(subscription);
    if (!reach) return forget(ctx, push, "its login session or its key has ended");
    const request = requestOf(reach, { push, id, secondsLeft });
    const outcome = await post({ ...request, signal });
    if (outcome.kind !== "answered") return { outcome: outcome.kind, error: outcome.error };
    const { status, response, retryAfterSeconds } = outcome;
    if (status >= 200 && status < 300) return { outcome: "sent", status, response };
    if (isGone(status))
      return { ...(await forget(ctx, push, "the push service refused it")), status, response };
    return { outcome: "status", status, response, retryAfterSeconds };
  },
};

const unwanted = (why: string): Outcome => ({ outcome: "unwanted", error: why });

async function forget(ctx: AppContext, { subscriptionId }: Push, why: string): Promise<Outcome> {
  await deleteSubscriptions(ctx, [subscriptionId]);
  return unwanted(why);
}

/** Undefined where another secret sealed it, or the operator has taken its push service from the list. */
function reachOf(subscription: PushRow): Reach | undefined {
  try {
    const reach = openReach(subscription);
    return isPushService(reach.endpoint, env.PUSH_SERVICES) ? reach : undefined;
  } catch {
    return undefined;
  }
}

function requestOf(
  reach: Reach,
  { push, id, secondsLeft }: { readonly push: Push; readonly id: string; readonly secondsLeft: number },
) {
  const { title, body, path } = push;
  // A browser replaces a notification that has the same tag, so that a second delivery is not seen.
  const text = JSON.stringify({ title, body, path, tag: id });
  const details = library.generateRequestDetails(reach, text, {
    ...{ vapidDetails: vapid(), contentEncoding: "aes128gcm", urgency: "high" },
    TTL: Math.min(secondsLeft, TTL_SECONDS_MAX),
  });
  const headers = Object.entries(details.headers).map(([name, value]) => [name.toLowerCase(), String(value)]);
  return {
    ...{ url: reach.endpoint, headers: Object.fromEntries(headers) as Record<string, string> },
    body: details.body,
  };
}
