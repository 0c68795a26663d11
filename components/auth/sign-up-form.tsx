"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { brokenPasswordRules, PASSWORD_RULES } from "#server/auth/values.ts";
import { ProblemAlert } from "../errors/problem-alert.tsx";
import { PolicyLink } from "../policies/policy-link.tsx";
import { SubmitButton } from "../ui/button.tsx";
import { Field, Input } from "../ui/field.tsx";
import { AuthSheet } from "./auth-sheet.tsx";
import { type Credentials, looksLikeEmail } from "./credentials.ts";
import { PasswordInput } from "./password-input.tsx";
import { PasswordRules } from "./password-rules.tsx";
import { useCredentials } from "./use-credentials.ts";

interface SignUpFormProps {
  pending: boolean;
  error: unknown;
  onSubmit: (credentials: Credentials) => void;
  otherHref: string;
}

export function SignUpForm({ pending, error, onSubmit, otherHref }: SignUpFormProps) {
  const t = useTranslations("auth");
  const [password, setPassword] = useState("");
  const broken = brokenPasswordRules(password);
  const { wrong, submit } = useCredentials((credentials) => {
    setPassword(credentials.password);
    return {
      ...(!looksLikeEmail(credentials.email) && { email: t("emailInvalid") }),
      ...(brokenPasswordRules(credentials.password).length > 0 && { password: t("passwordWeak") }),
    };
  }, onSubmit);

  return (
    <AuthSheet
      title={t("signUpTitle")}
      lead={t("signUpLead")}
      question={t("toLogIn")}
      other={{ href: otherHref, label: t("logInTitle") }}
    >
      <form method="post" noValidate onSubmit={submit} className="grid gap-5">
        <ProblemAlert error={error} />
        <Field label={t("email")} name="email" error={wrong.email}>
          <Input type="email" autoComplete="username" inputMode="email" autoCapitalize="none" />
        </Field>
        <Field label={t("password")} name="password" error={broken.length > 0 ? wrong.password : undefined}>
          <PasswordInput autoComplete="new-password" onValueChange={setPassword} />
          <PasswordRules broken={password ? broken : PASSWORD_RULES} />
        </Field>
        <p className="text-muted text-sm">
          {t.rich("agreement", {
            terms: (text) => <PolicyLink href="/terms">{text}</PolicyLink>,
            privacy: (text) => <PolicyLink href="/privacy-policy">{text}</PolicyLink>,
          })}
        </p>
        <SubmitButton pending={pending}>{t("signUp")}</SubmitButton>
      </form>
    </AuthSheet>
  );
}
