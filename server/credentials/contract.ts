import { z } from "zod";
import { email, Language, newPassword, PasskeyAnswer, passkeyId, typedPassword } from "../auth/contract.ts";
import { instantOut, textOf } from "../platform/values/text.ts";

/** What a link that is mailed to a person is for. */
export const LinkKind = z.enum(["reset-password", "verify-email", "change-email", "undo-email-change"]);
export type LinkKind = z.output<typeof LinkKind>;

/** What a link carries. Any text is taken as one: what never was a link is refused like an old one. */
const token = z.string().min(1).max(200);

export const FollowLink = z.strictObject({ token });
export const LinkView = z.object({
  kind: LinkKind,
  /** The address that it is about, with most of its name left out. */
  email: z.string(),
  expiresAt: instantOut,
});

export const AskPasswordReset = z.strictObject({ email });
export const ResetPassword = z.strictObject({ token, password: newPassword });
export const ChangePassword = z.strictObject({ password: typedPassword, newPassword });
export const AskEmailChange = z.strictObject({ email, password: typedPassword });

/** What a person calls a passkey. */
const passkeyName = textOf(60);
export const AddPasskey = z.strictObject({ answer: PasskeyAnswer, name: passkeyName });
export const RenamePasskey = z.strictObject({ passkeyId, name: passkeyName });
export const RemovePasskey = z.strictObject({ passkeyId, password: typedPassword });

export const Credentials = z.object({
  email: z.string(),
  /** When the person proved that mail reaches them; null where they have not. */
  emailVerifiedAt: instantOut.nullable(),
  /** In which language mails are; null where no one said, and then they are in both. */
  language: Language.nullable(),
  /** Whether tickets can be held only after that. */
  isVerificationDemanded: z.boolean(),
});
