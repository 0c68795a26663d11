import { signedIn } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import { NoInput, NoOutput } from "../../platform/values/text.ts";
import { markRead } from "../store.ts";

export const readNotifications = defineCommand({
  id: "notifications.read-notifications",
  summary: "Marks the caller's notifications read.",
  allow: signedIn,
  input: NoInput,
  output: NoOutput,
  audit: () => ({}),
  async run(tx) {
    await markRead(tx, tx.actor);
    return {};
  },
});
