import type { Tx } from "../../platform/operation/context.ts";
import type { Id } from "../../platform/values/ids.ts";
import { deleteNotificationsOf } from "../store.ts";

/** Deletes what a person was told, in the transaction that erases the person. */
export async function deleteNotifications(tx: Tx, userId: Id<"user">): Promise<void> {
  await deleteNotificationsOf(tx, userId);
}
