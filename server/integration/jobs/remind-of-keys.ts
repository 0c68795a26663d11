import { type MailToPerson, mailPeople } from "../../mail/steps/mail-people.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import type { AppContext } from "../../platform/operation/context.ts";
import { findEnding, markReminded } from "../accounts.store.ts";
import { keysEndMail } from "../mail.ts";
import { REMINDED_DAYS } from "../policy.ts";

/**
 * Tells sellers by e-mail that their keys end, 14 days and 3 days before and when they have: once each, and only the
 * most urgent where several are due.
 */
export const remindOfKeys = (ctx: AppContext): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const mails: MailToPerson[] = [];
    for (const days of [...REMINDED_DAYS].reverse()) {
      const ending = await findEnding(tx, days);
      for (const { account, email: to } of ending)
        mails.push({
          ...{ userId: account.userId, to },
          ...keysEndMail(account.vendorId, account.keysExpireAt, days),
        });
      await markReminded(
        tx,
        ending.map(({ account }) => account.id),
        days,
      );
    }
    await mailPeople(tx, "keys.end", mails);
  });
