import { z } from "zod";
import type { Role } from "../platform/operation/context.ts";
import { type Id, idOf } from "../platform/values/ids.ts";
import { instantOut, noteText } from "../platform/values/text.ts";
import { loginSessionMachine, personMachine } from "./machine.ts";
import { canonicalEmail } from "./policy.ts";
import {
  brokenPasswordRules,
  PASSWORD_LENGTH_MAX,
  PASSWORD_LENGTH_MIN,
  type PasswordRule,
} from "./values.ts";

export type UserId = Id<"user">;
export type LoginSessionId = Id<"login_session">;
export const userId = idOf("user");
export const loginSessionId = idOf("login_session");

const role = z.enum(["USER", "SELLER", "ADMIN"] as const satisfies readonly Role[]);

/** As zod's own, with a top-level domain that may be punycode. The part before the @ is ASCII: few servers take more. */
const EMAIL =
  /^(?!\.)(?!.*\.\.)[A-Za-z0-9_'+\-.]*[A-Za-z0-9_+-]@([A-Za-z0-9][A-Za-z0-9-]*\.)+([A-Za-z]{2,}|xn--[A-Za-z0-9-]+)$/i;

/** An address as its owner writes it, its domain as mail servers write it; compared without regard to case. */
export const email = z
  .string()
  .trim()
  .overwrite(canonicalEmail)
  .max(254)
  .pipe(z.email({ pattern: EMAIL }))
  .meta({ example: "buyer@demo.test" });

const PROBLEMS: Record<PasswordRule, string> = {
  length: `must have ${PASSWORD_LENGTH_MIN} to ${PASSWORD_LENGTH_MAX} characters`,
  upper: "must have an upper case letter",
  lower: "must have a lower case letter",
  digit: "must have a digit",
  uncommon: "is one of the most common passwords",
};

/** A password for an account; it is hashed and compared as composed text. */
export const newPassword = z
  .string()
  .refine((password) => password.isWellFormed(), "holds characters that are no text")
  .superRefine((password, { addIssue }) => {
    for (const rule of brokenPasswordRules(password)) addIssue({ code: "custom", message: PROBLEMS[rule] });
  })
  .meta({ example: "Demo1234", format: "password" });

/** Longer than any password that was ever accepted, in UTF-16 units, also where its characters come in parts. */
const TYPED_PASSWORD_LENGTH_MAX = 8 * PASSWORD_LENGTH_MAX;
export const typedPassword = z.string().max(TYPED_PASSWORD_LENGTH_MAX).meta({ format: "password" });

/** The languages in which people are written to. */
export const Language = z.enum(["ko", "en"]);
export const SetLanguage = z.strictObject({ language: Language });

export const SignUp = z.strictObject({
  email,
  password: newPassword,
  /** In which language mails are; both where it is left out. */
  language: Language.optional(),
});
export const Account = z.object({ id: userId, email: z.string(), role });
export type Account = z.output<typeof Account>;

export type PasskeyId = Id<"passkey">;
export const passkeyId = idOf("passkey");

/** What a browser gives back (WebAuthn's JSON). Its parts are checked where its signature is. */
export const PasskeyAnswer = z.strictObject({
  id: z.string().max(1400),
  rawId: z.string().max(1400),
  type: z.literal("public-key"),
  response: z.record(z.string().max(40), z.unknown()),
  authenticatorAttachment: z.string().max(40).optional(),
  clientExtensionResults: z.record(z.string().max(40), z.unknown()).default({}),
});
export type PasskeyAnswer = z.input<typeof PasskeyAnswer>;
export const LogInWithPasskey = z.strictObject({ answer: PasskeyAnswer });
/** What a browser has to be told (WebAuthn's JSON); pages pass it on as it is. */
export const PasskeyOptions = z.record(z.string(), z.unknown());
export const PasskeyView = z.object({
  id: passkeyId,
  name: z.string(),
  createdAt: instantOut,
  lastUsedAt: instantOut.nullable(),
});
export type PasskeyView = z.output<typeof PasskeyView>;
export const MyPasskeys = z.object({
  /** Whether the shop's address is one that browsers make passkeys for. */
  isOffered: z.boolean(),
  passkeys: z.array(PasskeyView),
});

/** A code of the authenticator app, or a recovery code. */
const code = z.string().trim().min(1).max(40);

export const LogIn = z.strictObject({
  email,
  password: typedPassword,
  /** Needed where the account has a second factor. */
  code: code.optional(),
});

export const GiveCode = z.strictObject({ code });
export const BeginSecondFactor = z.strictObject({ password: typedPassword });
export const RemoveSecondFactor = z.strictObject({ password: typedPassword, code });
export const SecondFactorBegun = z.object({
  /** The secret in base32, for who cannot scan. */
  secret: z.string(),
  /** `otpauth://totp/…`, for a QR code. */
  uri: z.string(),
});
/** Told once. */
export const RecoveryCodes = z.object({ codes: z.array(z.string()) });
export const SecondFactorView = z.object({
  isOn: z.boolean(),
  /** Whether the account can act as an operator only with one. */
  isDemanded: z.boolean(),
  /** Whether this login session gave a code. */
  isProved: z.boolean(),
  recoveryCodesLeft: z.int(),
});

/** The answer to a login or a refresh. The refresh token is in its cookie. */
export const AccessGrant = z.object({
  accessToken: z.string(),
  /** Seconds until the access token ends. */
  expiresIn: z.int(),
});

/** An access grant with the refresh token that renews it. */
export const LoginGrant = AccessGrant.extend({ refreshToken: z.string() });
export type LoginGrant = z.output<typeof LoginGrant>;

/** Any text is taken as one: a text that never was a token is refused like an expired token. */
const refreshToken = z.string().max(4096);
export const RefreshLogin = z.strictObject({ refreshToken: refreshToken.optional() });

export const LoginSessionView = z.object({
  id: loginSessionId,
  status: z.enum(loginSessionMachine.states),
  /** Why it has this status, where someone said so. */
  reason: z.string().nullable(),
  /** Whether it is the one that asks. */
  current: z.boolean(),
  createdAt: instantOut,
  updatedAt: instantOut,
  /** When it was last refreshed. */
  lastSeenAt: instantOut,
  /** When it ends unless it is refreshed before. */
  endsAt: instantOut,
  userAgent: z.string().nullable(),
  ip: z.string().nullable(),
});
export type LoginSessionView = z.output<typeof LoginSessionView>;

export const EndLoginSession = z.strictObject({ loginSessionId });
export const FindLoginSessions = z.strictObject({ userId });
export const LoginSessionsOfUser = z.object({ user: Account, loginSessions: z.array(LoginSessionView) });

/** The states an administrator may give a login session. */
export const MoveLoginSession = z.strictObject({
  loginSessionId,
  to: z.enum(["ACTIVE", "SUSPENDED", "REVOKED"]),
  reason: noteText.optional(),
});

/** An account as administrators see it. */
export const Person = Account.extend({ state: z.enum(personMachine.states), createdAt: instantOut });
export const FindPerson = z.strictObject({ email });

/** The states an administrator may give a person. */
export const MovePerson = z.strictObject({
  userId,
  to: z.enum(["ACTIVE", "SUSPENDED"]),
  reason: noteText.optional(),
});

export const EndLoginSessions = z.strictObject({ userId, reason: noteText.optional() });

export const GrantRole = z.strictObject({ userId, role, reason: noteText.optional() });
