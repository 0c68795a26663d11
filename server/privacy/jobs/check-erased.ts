import { findErased } from "../../auth/accounts.store.ts";
import { deleteNotifications } from "../../notifications/steps/delete-notifications.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import type { AppContext } from "../../platform/operation/context.ts";
import { eraseMails } from "../../transmissions/steps/erase-mails.ts";
import { ERASURE_CHECKED_DAYS } from "../policy.ts";

/**
 * Erases mails and notifications that were written for people while they erased their accounts: a job had read their
 * address before.
 * @returns how many mails had contents
 */
export async function checkErased(ctx: AppContext): Promise<number> {
  const userIds = await findErased(ctx, ERASURE_CHECKED_DAYS);
  return inTransaction(ctx, async (tx) => {
    for (const userId of userIds) await deleteNotifications(tx, userId);
    return eraseMails(tx, userIds);
  });
}
