"use client";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { z } from "zod";
import type { Credentials } from "#server/credentials/contract.ts";
import { PasswordInput } from "../auth/password-input.tsx";
import { ProblemAlert } from "../errors/problem-alert.tsx";
import { ProblemForm } from "../errors/problem-form.tsx";
import { useTRPC } from "../trpc/client.ts";
import { Alert } from "../ui/alert.tsx";
import { Badge } from "../ui/badge.tsx";
import { Button, SubmitButton } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Field, Input } from "../ui/field.tsx";

/** The address, whether it is confirmed, and how it is changed. */
export function EmailCard({ credentials }: { credentials: z.output<typeof Credentials> }) {
  const t = useTranslations("credentials.email");
  const [isChanging, setChanging] = useState(false);
  const { email, emailVerifiedAt } = credentials;
  return (
    <Card aria-labelledby="account-email" className="grid gap-4">
      <h2 id="account-email" className="font-bold text-xl">
        {t("title")}
      </h2>
      <p className="flex flex-wrap items-center gap-2">
        <span className="min-w-0 break-all font-semibold">{email}</span>
        <Badge tone={emailVerifiedAt ? "success" : "warning"}>
          {t(emailVerifiedAt ? "verified" : "unverified")}
        </Badge>
      </p>
      {!emailVerifiedAt && <Unverified isDemanded={credentials.isVerificationDemanded} />}
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

function Unverified({ isDemanded }: { isDemanded: boolean }) {
  const t = useTranslations("credentials.email");
  const trpc = useTRPC();
  const ask = useMutation(trpc.credentials.askVerification.mutationOptions());
  return (
    <div className="grid gap-3">
      <p className="text-muted">
        {t("unverifiedBody")} {isDemanded && t("demanded")}
      </p>
      <ProblemAlert error={ask.error} />
      {ask.isSuccess ? (
        <Alert tone="success" title={t("sent")} announce />
      ) : (
        <Button
          look="secondary"
          className="justify-self-start"
          pending={ask.isPending}
          onClick={() => ask.mutate({})}
        >
          {t("sendAgain")}
        </Button>
      )}
    </div>
  );
}

function ChangeForm() {
  const t = useTranslations("credentials.email");
  const trpc = useTRPC();
  const ask = useMutation(trpc.credentials.askEmailChange.mutationOptions());
  if (ask.isSuccess) return <Alert tone="success" title={t("changeSent")} announce />;
  return (
    <ProblemForm
      error={ask.error}
      fieldOf={{ wrong_password: "password" }}
      onSubmit={(text) => ask.mutate({ email: text("email") ?? "", password: text("password") ?? "" })}
    >
      <p className="text-muted">{t("changeBody")}</p>
      <Field label={t("newEmail")} name="email">
        <Input type="email" autoComplete="email" inputMode="email" autoCapitalize="none" />
      </Field>
      <Field label={t("password")} name="password">
        <PasswordInput autoComplete="current-password" />
      </Field>
      <SubmitButton pending={ask.isPending}>{t("askChange")}</SubmitButton>
    </ProblemForm>
  );
}
