import { signedIn } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import { NoOutput } from "../../platform/values/text.ts";
import { saveNoticeChoice } from "../choices.store.ts";
import { ChooseNotices } from "../contract.ts";

/** Saves how the caller wants to be told of one sort of news, beside the app. */
export const chooseNotices = defineCommand({
  id: "notifications.choose-notices",
  summary: "How the caller is told of one sort of news.",
  allow: signedIn,
  input: ChooseNotices,
  output: NoOutput,
  audit: (choice) => ({ meta: { ...choice } }),
  async run(tx, choice) {
    await saveNoticeChoice(tx, { ...choice, userId: tx.actor.userId });
    return {};
  },
});
