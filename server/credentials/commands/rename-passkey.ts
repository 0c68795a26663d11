import { renamePasskeyOf } from "../../auth/passkeys.store.ts";
import { signedIn } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import { platformErrors } from "../../platform/operation/errors.ts";
import { NoOutput } from "../../platform/values/text.ts";
import { RenamePasskey } from "../contract.ts";

/** Gives a passkey of the caller another name. Throws `not_found` (404). */
export const renamePasskey = defineCommand({
  id: "credentials.rename-passkey",
  summary: "Rename one of your passkeys.",
  allow: signedIn,
  input: RenamePasskey,
  output: NoOutput,
  refuses: [platformErrors.not_found],
  audit: () => ({}),
  async run(tx, { passkeyId: id, name }) {
    if (!(await renamePasskeyOf(tx, tx.actor.userId, { id, name })))
      throw platformErrors.not_found({ what: "passkey" });
    return {};
  },
});
