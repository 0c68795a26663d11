import { mutation, query, router } from "../platform/http/trpc.ts";
import { addPasskey } from "./commands/add-passkey.ts";
import { askEmailChange } from "./commands/ask-email-change.ts";
import { askPasswordReset } from "./commands/ask-password-reset.ts";
import { askVerification } from "./commands/ask-verification.ts";
import { changeEmail } from "./commands/change-email.ts";
import { changePassword } from "./commands/change-password.ts";
import { readLink } from "./commands/read-link.ts";
import { removePasskey } from "./commands/remove-passkey.ts";
import { renamePasskey } from "./commands/rename-passkey.ts";
import { resetPassword } from "./commands/reset-password.ts";
import { undoEmailChange } from "./commands/undo-email-change.ts";
import { verifyEmail } from "./commands/verify-email.ts";
import { myCredentials } from "./queries.ts";

export const credentialsRouter = router({
  addPasskey: mutation(addPasskey),
  renamePasskey: mutation(renamePasskey),
  removePasskey: mutation(removePasskey),
  mine: query(myCredentials),
  readLink: mutation(readLink),
  askPasswordReset: mutation(askPasswordReset),
  resetPassword: mutation(resetPassword),
  changePassword: mutation(changePassword),
  askEmailChange: mutation(askEmailChange),
  changeEmail: mutation(changeEmail),
  undoEmailChange: mutation(undoEmailChange),
  askVerification: mutation(askVerification),
  verifyEmail: mutation(verifyEmail),
});
