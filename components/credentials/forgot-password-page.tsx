"use client";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { AuthSheet } from "../auth/auth-sheet.tsx";
import { ProblemForm } from "../errors/problem-form.tsx";
import { useTRPC } from "../trpc/client.ts";
import { Alert } from "../ui/alert.tsx";
import { Button, SubmitButton } from "../ui/button.tsx";
import { Field, Input } from "../ui/field.tsx";

/** Asks for a link; what it says then is the same whether or not there is such an account. */
export function ForgotPasswordPage() {
  const t = useTranslations("forgotPassword");
  const trpc = useTRPC();
  const ask = useMutation(trpc.credentials.askPasswordReset.mutationOptions());
  return (
    <AuthSheet
      title={t("title")}
      lead={t("lead")}
      question={t("question")}
      other={{ href: "/login", label: t("logIn") }}
    >
      {ask.isSuccess ? (
        <div className="grid gap-4">
          <Alert tone="success" title={t("sentTitle")} announce>
            <p className="break-words">{t("sent", { email: ask.variables.email })}</p>
          </Alert>
          <p className="text-muted">{t("notArrived")}</p>
          <Button look="secondary" onClick={() => ask.reset()}>
            {t("again")}
          </Button>
        </div>
      ) : (
        <ProblemForm error={ask.error} onSubmit={(text) => ask.mutate({ email: text("email") ?? "" })}>
          <Field label={t("email")} name="email">
            <Input type="email" autoComplete="username" inputMode="email" autoCapitalize="none" />
          </Field>
          <SubmitButton pending={ask.isPending}>{t("send")}</SubmitButton>
        </ProblemForm>
      )}
    </AuthSheet>
  );
}
