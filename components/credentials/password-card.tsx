"use client";
import { useMutation } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { PasswordInput } from "../auth/password-input.tsx";
import { ProblemForm } from "../errors/problem-form.tsx";
import { useTRPC } from "../trpc/client.ts";
import { Alert } from "../ui/alert.tsx";
import { Button, SubmitButton } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Field } from "../ui/field.tsx";
import { NewPasswordField } from "./new-password-field.tsx";

export function PasswordCard() {
  const t = useTranslations("credentials.password");
  const [isChanging, setChanging] = useState(false);
  return (
    <Card aria-labelledby="account-password" className="grid gap-4">
      <div className="grid gap-1">
        <h2 id="account-password" className="font-bold text-xl">
          {t("title")}
        </h2>
        <p className="text-muted">{t("lead")}</p>
      </div>
      {isChanging ? (
        <ChangeForm />
      ) : (
        <Button look="secondary" className="justify-self-start" onClick={() => setChanging(true)}>
          {t("change")}
        </Button>
      )}
    </Card>
  );
}

function ChangeForm() {
  const t = useTranslations("credentials.password");
  const trpc = useTRPC();
  const change = useMutation(trpc.credentials.changePassword.mutationOptions());
  if (change.isSuccess) return <Alert tone="success" title={t("changed")} announce />;
  return (
    <ProblemForm
      error={change.error}
      fieldOf={{ wrong_password: "password" }}
      onSubmit={(text) =>
        change.mutate({ password: text("password") ?? "", newPassword: text("newPassword") ?? "" })
      }
    >
      <Field label={t("old")} name="password">
        <PasswordInput autoComplete="current-password" />
      </Field>
      <Link
        href="/forgot-password"
        className="inline-flex min-h-touch items-center justify-self-start text-primary underline underline-offset-4"
      >
        {t("forgot")}
      </Link>
      <NewPasswordField label={t("new")} name="newPassword" />
      <SubmitButton pending={change.isPending}>{t("change")}</SubmitButton>
    </ProblemForm>
  );
}
