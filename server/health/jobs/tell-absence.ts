import { env } from "../../platform/config/env.ts";
import type { AppContext } from "../../platform/operation/context.ts";
import { newId } from "../../platform/values/ids.ts";
import { alertWebhook, chatMessage } from "../../transmissions/gateways/alert-webhook.ts";
import { claimAbsence, releaseClaim, saveTold, takeEnd } from "../absence.store.ts";

const MESSAGES = {
  firing: [
    "경보 발생: 데이터베이스(Postgres)가 응답하지 않아요. 예매와 결제가 멈췄어요.",
    "Alert: the database (Postgres) does not answer. Nobody can book or pay.",
  ],
  resolved: [
    "경보 해제: 데이터베이스(Postgres)가 다시 응답해요.",
    "Resolved: the database (Postgres) answers again.",
  ],
} as const;

/**
 * Tells the staff's webhook that Postgres is away, past the outbox, which is in Postgres: once for all processes, and again
 * at the next look where the webhook did not take it. Where Redis is away as well, each process tells for itself.
 * @param self - what this process remembers of the absence
 */
export async function tellAway(ctx: AppContext, self: { told: boolean }): Promise<void> {
  if (env.ALERT_WEBHOOK_URL === undefined || self.told) return;
  const claimed = await claimAbsence(ctx).catch(() => undefined);
  if (claimed === false) return;
  const sent = await send(ctx, "firing");
  if (claimed === undefined) self.told = sent;
  else await (sent ? saveTold(ctx) : releaseClaim(ctx));
}

/** Tells the webhook that Postgres is back, where it was told that it was away. */
export async function tellBack(ctx: AppContext, self: { told: boolean }): Promise<void> {
  if (env.ALERT_WEBHOOK_URL === undefined) return;
  if (self.told) self.told = !(await send(ctx, "resolved"));
  else if ((await takeEnd(ctx)) && !(await send(ctx, "resolved"))) await saveTold(ctx);
}

/** @returns whether the webhook took it */
async function send(ctx: AppContext, change: keyof typeof MESSAGES): Promise<boolean> {
  const body = JSON.stringify(chatMessage([...MESSAGES[change], `${env.APP_URL}/admin/health`]));
  const message = { id: newId("transmission"), type: "Alert", aggregateId: "postgres", body };
  const { outcome } = await alertWebhook.deliver(
    { ...message, traceId: ctx.traceId },
    // The call has its own limit.
    new AbortController().signal,
  );
  ctx.log.warn({ action: "health.webhook", target: "postgres", change, outcome });
  return outcome === "sent";
}
