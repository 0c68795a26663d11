"use client";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { QRCodeSVG } from "qrcode.react";
import { useState } from "react";
import { PasswordInput } from "../auth/password-input.tsx";
import { ProblemForm } from "../errors/problem-form.tsx";
import { useTRPC } from "../trpc/client.ts";
import { Button, SubmitButton } from "../ui/button.tsx";
import { CopyButton } from "../ui/copy-button.tsx";
import { Field, Input } from "../ui/field.tsx";

/** Password, then the QR code for the app, then a code of the app. */
export function BeginSecondFactor({ onConfirmed }: { onConfirmed: (codes: readonly string[]) => void }) {
  const t = useTranslations("credentials.factor");
  const trpc = useTRPC();
  const [isAsking, setAsking] = useState(false);
  const begin = useMutation(trpc.auth.beginSecondFactor.mutationOptions());
  if (!isAsking)
    return (
      <Button look="secondary" className="justify-self-start" onClick={() => setAsking(true)}>
        {t("begin")}
      </Button>
    );
  if (!begin.data)
    return (
      <ProblemForm
        error={begin.error}
        fieldOf={{ wrong_password: "password" }}
        onSubmit={(text) => begin.mutate({ password: text("password") ?? "" })}
      >
        <Field label={t("password")} name="password">
          <PasswordInput autoComplete="current-password" />
        </Field>
        <SubmitButton pending={begin.isPending}>{t("next")}</SubmitButton>
      </ProblemForm>
    );
  return <ConfirmSecondFactor begun={begin.data} onConfirmed={onConfirmed} />;
}

interface ConfirmSecondFactorProps {
  begun: { secret: string; uri: string };
  onConfirmed: (codes: readonly string[]) => void;
}

function ConfirmSecondFactor({ begun, onConfirmed }: ConfirmSecondFactorProps) {
  const t = useTranslations("credentials.factor");
  const trpc = useTRPC();
  const confirm = useMutation(
    trpc.auth.confirmSecondFactor.mutationOptions({ onSuccess: ({ codes }) => onConfirmed(codes) }),
  );
  return (
    <div className="grid gap-4">
      <p>{t("scan")}</p>
      {/* A reader of codes needs dark on light in either theme. */}
      <div className="justify-self-start rounded-md bg-white p-4">
        <QRCodeSVG value={begun.uri} size={192} title={t("qr")} />
      </div>
      <p className="flex flex-wrap items-center gap-2 text-sm">
        <span className="text-muted">{t("byHand")}</span>
        <code className="break-all">{begun.secret}</code>
        <CopyButton text={begun.secret} label={t("copySecret")} />
      </p>
      <ProblemForm
        error={confirm.error}
        fieldOf={{ wrong_code: "code" }}
        onSubmit={(text) => confirm.mutate({ code: text("code") ?? "" })}
      >
        <Field label={t("code")} name="code">
          <Input autoComplete="one-time-code" inputMode="numeric" />
        </Field>
        <SubmitButton pending={confirm.isPending}>{t("turnOn")}</SubmitButton>
      </ProblemForm>
    </div>
  );
}
