import { signedIn } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import { NoOutput } from "../../platform/values/text.ts";
import { setLanguageOf } from "../accounts.store.ts";
import { SetLanguage } from "../contract.ts";

/** Keeps in which language mails to the caller are. */
export const setLanguage = defineCommand({
  id: "auth.set-language",
  summary: "Choose the language of mails to you.",
  allow: signedIn,
  input: SetLanguage,
  output: NoOutput,
  audit: () => ({}),
  async run(tx, { language }) {
    await setLanguageOf(tx, tx.actor.userId, language);
    return {};
  },
});
