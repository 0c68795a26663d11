import { inMailboxOrder } from "../../mail/steps/mail-people.ts";
import { databaseNow } from "../../platform/database/clock.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import type { AppContext, Tx } from "../../platform/operation/context.ts";
import { newId } from "../../platform/values/ids.ts";
import { openingMailOf, openingPushOf } from "../openings.mail.ts";
import { deleteOldWishes, findOpeningNews, type OpeningNews } from "../openings.store.ts";
import { reachPeople } from "../steps/reach-people.ts";
import { insertNotifications } from "../store.ts";

/**
 * Tells those who asked that sales open within minutes, or that they never will: in the app, by e-mail and on their
 * browsers. Each is told of an opening once, however many processes ask. @returns how many people
 */
export async function tellOpenings(ctx: AppContext): Promise<number> {
  for (let told = 0; ; ) {
    const count = await inTransaction(ctx, tellSome);
    told += count;
    if (count > 0) continue;
    await deleteOldWishes(ctx);
    return told;
  }
}

async function tellSome(tx: Tx): Promise<number> {
  const [due, now] = [inMailboxOrder(await findOpeningNews(tx)), await databaseNow(tx.db)];
  let told = 0;
  for (const news of due) told += await tell(tx, news, now);
  return told;
}

async function tell(tx: Tx, news: OpeningNews, now: Date): Promise<number> {
  const { noticeId: id, userId, email, sessionId, eventId, startsAt, salesOpenAt, cancelReason } = news;
  const kind = cancelReason === null ? "opening.soon" : "opening.cancelled";
  const times = { startsAt: startsAt.toISOString(), salesOpenAt: salesOpenAt.toISOString() };
  const params = {
    ...{ sessionId, eventId, ...times },
    ...(cancelReason === null ? { isQueue: true } : { reason: cancelReason }),
  };
  const written = await insertNotifications(tx, [
    { id: newId("notification"), eventId: id, recipient: "customer", userId, kind, params },
  ]);
  if (written.length === 0) return 0;
  await reachPeople(tx, {
    ...{ notice: "opening", kind, userIds: [userId] },
    mails: [{ userId, to: email, ...openingMailOf(news) }],
    push: openingPushOf(news, now),
  });
  return 1;
}
