import type { Tx } from "../../platform/operation/context.ts";
import type { Id } from "../../platform/values/ids.ts";
import { closeMailsTo, eraseMailsTo } from "../contents.store.ts";
import { resolveDeadAlerts } from "./resolve-dead-alerts.ts";

/**
 * Erases the mails to people who erased their accounts, and closes those that were not sent, in the caller's transaction.
 * @returns how many mails had contents
 */
export async function eraseMails(tx: Tx, userIds: readonly Id<"user">[]): Promise<number> {
  if (userIds.length === 0) return 0;
  await closeMailsTo(tx, userIds);
  await resolveDeadAlerts(tx, ["email"]);
  return eraseMailsTo(tx, userIds);
}
