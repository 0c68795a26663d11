import { inTransaction } from "../../platform/database/transaction.ts";
import type { AppContext } from "../../platform/operation/context.ts";
import { findTimedOut, hasIdlePhoneLine } from "../phone-lines.store.ts";
import { expireAndAssignPhoneLines } from "../steps/assign-phone-lines.ts";
import { findInactive } from "../store.ts";

/** Ends sessions whose time is over and assigns free phone lines. It only reads where neither is needed. */
export async function endDueSessions(ctx: AppContext): Promise<void> {
  await endTimedOut(ctx);
  await endInactive(ctx);
}

/** The same, for sessions whose lock on a phone line has timed out and for free phone lines. */
export async function endTimedOut(ctx: AppContext): Promise<void> {
  if ((await findTimedOut(ctx)).length > 0 || (await hasIdlePhoneLine(ctx)))
    await inTransaction(ctx, expireAndAssignPhoneLines);
}

/** The same, for sessions without a step for too long. */
export async function endInactive(ctx: AppContext): Promise<void> {
  if ((await findInactive(ctx)).length > 0) await inTransaction(ctx, expireAndAssignPhoneLines);
}
