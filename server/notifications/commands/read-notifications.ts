import { signedIn } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import { NoInput, NoOutput } from "../../platform/values/text.ts";
import { markAllRead } from "../inbox.store.ts";

/** Marks everything that the caller was told as read, for the caller alone. */
export const readNotifications = defineCommand({
  id: "notifications.read-notifications",
  summary: "Marks all notifications read for the caller.",
  allow: signedIn,
  input: NoInput,
  output: NoOutput,
  audit: () => ({}),
  async run(tx) {
    await markAllRead(tx, tx.actor.userId);
    return {};
  },
});
