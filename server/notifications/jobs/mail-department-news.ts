import { inTransaction } from "../../platform/database/transaction.ts";
import type { AppContext } from "../../platform/operation/context.ts";
import { takeMailDue } from "../departments.store.ts";
import { digestMailOf } from "../staff.mail.ts";
import { mailDepartments } from "../steps/mail-departments.ts";

/** So many notifications go into one round of e-mails. */
const TAKEN_MAX = 5000;

/**
 * Mails what departments were told since the last run, one e-mail a reader: a rush of a thousand orders is one e-mail and
 * not a thousand. A notification and its e-mails are marked and written in one transaction, so each is mailed once.
 * @returns how many notifications
 */
export async function mailDepartmentNews(ctx: AppContext): Promise<number> {
  for (let mailed = 0; ; ) {
    const count = await inTransaction(ctx, async (tx) => {
      const news = await takeMailDue(tx, TAKEN_MAX);
      if (news.length > 0) await mailDepartments(tx, news, digestMailOf);
      return news.length;
    });
    if (count === 0) return mailed;
    mailed += count;
  }
}
