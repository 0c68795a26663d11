"use client";
import { useState } from "react";
import { brokenPasswordRules, PASSWORD_RULES } from "#server/auth/values.ts";
import { PasswordInput } from "../auth/password-input.tsx";
import { PasswordRules } from "../auth/password-rules.tsx";
import { Field } from "../ui/field.tsx";

/** A field for a password to come, with the rules and which of them it keeps. */
export function NewPasswordField({ label, name }: { label: string; name: string }) {
  const [password, setPassword] = useState("");
  return (
    <Field label={label} name={name}>
      <PasswordInput autoComplete="new-password" onValueChange={setPassword} />
      <PasswordRules broken={password ? brokenPasswordRules(password) : PASSWORD_RULES} />
    </Field>
  );
}
