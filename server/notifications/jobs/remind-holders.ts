import { inMailboxOrder } from "../../mail/steps/mail-people.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import type { AppContext, Tx } from "../../platform/operation/context.ts";
import { newId } from "../../platform/values/ids.ts";
import { reminderPushOf } from "../push.policy.ts";
import { reminderMailOf } from "../reminders.mail.ts";
import { findReminded, type Reminded } from "../reminders.store.ts";
import { reachPeople } from "../steps/reach-people.ts";
import { insertNotifications } from "../store.ts";

const KIND = "event.soon";

/**
 * Reminds who has tickets of an event session that begins within a day: in the app, by e-mail and on their browsers. Each
 * is reminded of a start once, however many processes ask. @returns how many people
 */
export async function remindHolders(ctx: AppContext): Promise<number> {
  for (let reminded = 0; ; ) {
    const count = await inTransaction(ctx, remindSome);
    if (count === 0) return reminded;
    reminded += count;
  }
}

async function remindSome(tx: Tx): Promise<number> {
  let reminded = 0;
  for (const due of inMailboxOrder(await findReminded(tx))) reminded += await remind(tx, due);
  return reminded;
}

async function remind(tx: Tx, due: Reminded): Promise<number> {
  const { eventId, userId, email, sessionId, startsAt } = due;
  const params = { sessionId, startsAt: startsAt.toISOString(), isTicket: true };
  const written = await insertNotifications(tx, [
    { id: newId("notification"), eventId, recipient: "customer", userId, kind: KIND, params },
  ]);
  if (written.length === 0) return 0;
  await reachPeople(tx, {
    ...{ notice: "reminder", kind: KIND, userIds: [userId] },
    mails: [{ userId, to: email, ...reminderMailOf(due) }],
    push: reminderPushOf(due),
  });
  return 1;
}
