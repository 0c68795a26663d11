import { signedIn } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import { platformErrors } from "../../platform/operation/errors.ts";
import { NoOutput } from "../../platform/values/text.ts";
import { NotificationInput } from "../contract.ts";
import { markRead } from "../inbox.store.ts";

/** Marks one notification read, for the caller alone. Throws `not_found` (404) for one that they are not told. */
export const readNotification = defineCommand({
  id: "notifications.read-notification",
  summary: "Marks a notification read for the caller.",
  allow: signedIn,
  input: NotificationInput,
  output: NoOutput,
  audit: ({ id }) => ({ target: id }),
  async run(tx, { id }) {
    if (!(await markRead(tx, tx.actor.userId, id))) throw platformErrors.not_found({ what: "notification" });
    return {};
  },
});
