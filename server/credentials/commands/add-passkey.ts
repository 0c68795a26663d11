import { authErrors } from "../../auth/errors.ts";
import { addPasskey as savePasskey } from "../../auth/steps/add-passkey.ts";
import { mailPeople } from "../../mail/steps/mail-people.ts";
import { signedIn } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import { NoOutput } from "../../platform/values/text.ts";
import { AddPasskey } from "../contract.ts";
import { passkeyMail } from "../mail.ts";

/**
 * Saves the passkey that the caller's browser made, and tells the person by e-mail. Throws `passkey_refused`,
 * `proof_required` (403), `passkey_exists`, `passkeys_full` (409), `unavailable` (503).
 */
export const addPasskey = defineCommand({
  id: "credentials.add-passkey",
  summary: "Add a passkey to your account.",
  allow: signedIn,
  input: AddPasskey,
  output: NoOutput,
  refuses: [
    ...[authErrors.passkey_refused, authErrors.proof_required],
    ...[authErrors.passkey_exists, authErrors.passkeys_full],
  ],
  audit: () => ({}),
  async run(tx, { answer, name }) {
    const { id: userId, email: to } = await savePasskey(tx, { answer, name });
    await mailPeople(tx, "security.passkey-added", [{ userId, to, ...passkeyMail("added", name) }]);
    return {};
  },
});
