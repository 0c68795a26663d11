import { signedIn } from "../../platform/allow.ts";
import { defineCommand } from "../../platform/command.ts";
import type { UserActor } from "../../platform/context.ts";
import { platformErrors } from "../../platform/errors.ts";
import { NoOutput } from "../../platform/text.ts";
import { removeAccount } from "../accounts.ts";
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
    const { userId } = tx.actor as UserActor;
    const account = await removeAccount(tx, { id, userId });
    if (!account) throw platformErrors.not_found({ what: "account" });
    return {};
  },
});
