import { defineErrors } from "../platform/operation/errors.ts";

export const authErrors = defineErrors("auth", {
  email_taken: { status: 409, retry: "no", message: "There is an account with this e-mail already." },
  wrong_credentials: { status: 401, retry: "no", message: "The e-mail or the password is wrong." },
  wrong_password: { status: 403, retry: "no", message: "The password is wrong." },
  code_required: {
    status: 403,
    retry: "no",
    message: "The password is right. Send the code of your second factor, or a recovery code, too.",
  },
  wrong_code: { status: 403, retry: "no", message: "The code is wrong, too old, or was used before." },
  factor_exists: { status: 409, retry: "no", message: "The account has a second factor already." },
  proof_required: {
    status: 403,
    retry: "no",
    message: "This needs a code of your second factor that is not older than ten minutes: give one first.",
  },
  passkey_unknown: { status: 401, retry: "no", message: "There is no account with this passkey." },
  passkey_refused: {
    status: 403,
    retry: "no",
    message:
      "The passkey's answer is not for this shop, too old or used before, or the passkey was not unlocked.",
  },
  passkey_exists: { status: 409, retry: "no", message: "This passkey is of an account already." },
  passkeys_full: {
    status: 409,
    retry: "no",
    message: "An account has no more passkeys than this; remove one first.",
  },
  passkeys_not_offered: {
    status: 409,
    retry: "no",
    message: "Browsers make no passkeys for this shop's address.",
  },
  email_unverified: {
    status: 403,
    retry: "no",
    message: "Confirm your e-mail address first: follow the link that was mailed to it, or ask for another.",
  },
  access_token_invalid: {
    status: 401,
    retry: "no",
    message: "The access token is not valid or has expired; refresh it or log in.",
  },
  login_session_ended: { status: 401, retry: "no", message: "This login session has ended; log in again." },
  account_suspended: {
    status: 403,
    retry: "no",
    message: "This account is suspended by an administrator.",
  },
  own_account: {
    status: 409,
    retry: "no",
    message: "This is not for your own account: another operator has to do it.",
  },
  last_admin: {
    status: 409,
    retry: "no",
    message: "The shop would be left without an active administrator.",
  },
  operator_needs_approval: {
    status: 409,
    retry: "no",
    message: "A second operator has to approve a new one. Ask for it with POST /api/admin/approvals.",
  },
  role_changed: {
    status: 401,
    retry: "later",
    message: "Your role has changed; refresh the access token and open this again.",
  },
  login_session_suspended: {
    status: 401,
    retry: "later",
    message: "This login session is suspended by an administrator.",
  },
});
