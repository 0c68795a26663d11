"use client";
import { KeyRound } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ProblemAlert } from "../errors/problem-alert.tsx";
import { readRefusal } from "../errors/refusal.ts";
import { isDismissed } from "../passkeys/web-authn.ts";
import { Button, SubmitButton } from "../ui/button.tsx";
import { Field, Input } from "../ui/field.tsx";
import { AuthSheet } from "./auth-sheet.tsx";
import { type Credentials, looksLikeEmail } from "./credentials.ts";
import { PasswordInput } from "./password-input.tsx";
import { useCredentials } from "./use-credentials.ts";
import { usePasskeyLogin } from "./use-passkey-login.ts";

interface AuthFormProps {
  pending: boolean;
  /** What the last try failed with. */
  error: unknown;
  onSubmit: (credentials: Credentials) => void;
  /** Where the other form is, with the way back kept. */
  otherHref: string;
  /** After a login with a passkey. */
  onEntered: () => Promise<void>;
}

export function LogInForm({ pending, error, onSubmit, otherHref, onEntered }: AuthFormProps) {
  const t = useTranslations("auth");
  const asksCode = useAsksCode(error);
  const { wrong, submit } = useCredentials(
    ({ email, password }) => ({
      ...(!looksLikeEmail(email) && { email: t("emailInvalid") }),
      ...(!password && { password: t("passwordMissing") }),
    }),
    onSubmit,
  );

  return (
    <AuthSheet
      title={t("logInTitle")}
      lead={t("logInLead")}
      question={t("toSignUp")}
      other={{ href: otherHref, label: t("signUpTitle") }}
    >
      <form method="post" noValidate onSubmit={submit} className="grid gap-5">
        <ProblemAlert error={error} />
        {asksCode && (
          <Field label={t("code")} name="code" hint={t("codeHint")}>
            <Input autoComplete="one-time-code" autoCapitalize="characters" autoFocus />
          </Field>
        )}
        <Field label={t("email")} name="email" error={wrong.email}>
          <Input type="email" autoComplete="username webauthn" inputMode="email" autoCapitalize="none" />
        </Field>
        <Field label={t("password")} name="password" error={wrong.password}>
          <PasswordInput autoComplete="current-password" />
        </Field>
        <Link
          href="/forgot-password"
          className="-my-3 inline-flex min-h-touch items-center justify-self-start text-primary underline underline-offset-4"
        >
          {t("forgotPassword")}
        </Link>
        <SubmitButton pending={pending}>{t("logIn")}</SubmitButton>
        <PasskeyLogin onEntered={onEntered} />
      </form>
    </AuthSheet>
  );
}

function PasskeyLogin({ onEntered }: Pick<AuthFormProps, "onEntered">) {
  const t = useTranslations("auth");
  const { press, error, isPending, isSuccess } = usePasskeyLogin(onEntered);
  return (
    <>
      <Button look="secondary" pending={isPending || isSuccess} onClick={press}>
        <KeyRound aria-hidden="true" /> {t("withPasskey")}
      </Button>
      <ProblemAlert error={isDismissed(error) ? null : error} />
    </>
  );
}

/** Whether the account has a second factor, which is known once its password was right. */
function useAsksCode(error: unknown): boolean {
  const [asks, setAsks] = useState(false);
  const reason = error ? readRefusal(error).reason : undefined;
  if (reason === "code_required" && !asks) setAsks(true);
  return asks;
}
