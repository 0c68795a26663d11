import { role } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import { NoOutput } from "../../platform/values/text.ts";
import { ChooseNotifications } from "../contract.ts";
import { saveChoice } from "../departments.store.ts";
import { notificationErrors } from "../errors.ts";

/** Saves how the caller wants to be told what a department of theirs is told. Throws `not_member` (409). */
export const chooseNotifications = defineCommand({
  id: "notifications.choose-notifications",
  summary: "How the caller is told what a department is told.",
  allow: role("ADMIN"),
  input: ChooseNotifications,
  output: NoOutput,
  refuses: [notificationErrors.not_member],
  audit: (choice) => ({ meta: { ...choice } }),
  async run(tx, choice) {
    if (!(await saveChoice(tx, { ...choice, userId: tx.actor.userId })))
      throw notificationErrors.not_member();
    return {};
  },
});
