import type { Tx } from "../../platform/operation/context.ts";
import { closeMailsTo, eraseMailsTo } from "../contents.store.ts";
import { resolveDeadAlerts } from "./resolve-dead-alerts.ts";

/**
 * Erases the mails and notifications to people who erased their accounts, and closes those that were not sent, in the
 * caller's transaction.
 * @param readers - the people, and the browsers that they had
 * @returns how many had contents
 */
export async function eraseMails(tx: Tx, readers: readonly string[]): Promise<number> {
  if (readers.length === 0) return 0;
  await closeMailsTo(tx, readers);
  await resolveDeadAlerts(tx, ["email", "push"]);
  return eraseMailsTo(tx, readers);
}
