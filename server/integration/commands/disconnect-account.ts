import { signedIn } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import { platformErrors } from "../../platform/operation/errors.ts";
import { NoOutput } from "../../platform/values/text.ts";
import { removeAccount } from "../accounts.store.ts";
import { AccountInput } from "../contract.ts";

/** Ends the connection of an account of the caller's and erases its keys. Throws `not_found` (404) for another's. */
export const disconnectAccount = defineCommand({
  id: "integration.disconnect-account",
  summary: "Disconnect a marketplace account and erase its keys.",
  allow: signedIn,
  input: AccountInput,
  output: NoOutput,
  audit: ({ id }) => ({ target: id }),
  async run(tx, { id }) {
    const { userId } = tx.actor;
    const account = await removeAccount(tx, { id, userId });
    if (!account) throw platformErrors.not_found({ what: "account" });
    return {};
  },
});
