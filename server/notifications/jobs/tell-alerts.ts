import type { AlertChange } from "../../alerts/contract.ts";
import { takeChanges } from "../../alerts/steps/take-changes.ts";
import { env } from "../../platform/config/env.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import type { AppContext, Tx } from "../../platform/operation/context.ts";
import { newId } from "../../platform/values/ids.ts";
import { alertWebhook } from "../../transmissions/gateways/alert-webhook.ts";
import { email } from "../../transmissions/gateways/email.ts";
import { deliver } from "../../transmissions/jobs/deliver-due.ts";
import { writeTransmissions } from "../../transmissions/steps/write-transmissions.ts";
import { alertMailOf, chatMessageOf } from "../staff.mail.ts";
import { mailDepartments } from "../steps/mail-departments.ts";
import { insertNotifications } from "../store.ts";

const DEPARTMENT = "alert";

/**
 * Tells the department `alert` of alerts that began to fire or ended: in the app, by e-mail and over the staff's webhook.
 * Each change is told once, however many processes ask. A timer calls this and not a job, because an alert may say that
 * no job runs; for the same reason it begins the delivery itself.
 * @returns how many changes
 */
export async function tellAlerts(ctx: AppContext): Promise<number> {
  const told = await inTransaction(ctx, async (tx) => {
    const changes = await takeChanges(tx);
    if (changes.length > 0) await writeChanges(tx, changes);
    return changes.length;
  });
  if (told > 0)
    await Promise.all([
      deliver(ctx, { name: "email", gateway: email }),
      deliver(ctx, { name: "alert-webhook", gateway: alertWebhook }),
    ]);
  return told;
}

async function writeChanges(tx: Tx, changes: readonly AlertChange[]): Promise<void> {
  const news = changes.map(({ change, alertId, kind, subject }) => ({
    ...{ department: DEPARTMENT, eventId: `${alertId} ${change}`, kind: `alert.${change}` },
    params: { alertId, alert: kind, subject },
  }));
  await insertNotifications(
    tx,
    news.map(({ department: recipient, ...row }) => ({ id: newId("notification"), recipient, ...row })),
  );
  for (const [index, change] of changes.entries())
    await mailDepartments(tx, news.slice(index, index + 1), () => alertMailOf(change));
  if (env.ALERT_WEBHOOK_URL === undefined) return;
  writeTransmissions(
    tx,
    changes
      .filter(({ isOnWebhook }) => !isOnWebhook)
      .map((change) => ({
        ...{ destination: "alert-webhook", type: "Alert", aggregateId: change.alertId },
        payload: chatMessageOf(change),
      })),
  );
}
